package io.arrears.lender;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads {@code jobs/lenders/<lender>.yaml}: its own keys over those of the files it includes, each key replaced whole.
 *
 * <p>Whatever is wrong is refused (exit 2) by file, line, key and what was expected. The smallest file is {@code
 * include: common.yaml} and {@code lender: NAME}.
 */
public final class LenderFile {

    private static final int MAX_INCLUDES = 8;
    private static final int MAX_FILES = 64;
    private static final String INCLUDED = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.yaml";
    private static final String CALENDARS = "calendars";

    private LenderFile() {}

    /** A lender's policy for a run of this day: the calendar, if there is one, must list the day's year. */
    public static Lender load(Path jobs, String lender, LocalDate asOf) {
        Map<String, Setting> keys = keys(jobs, lender);
        Lender read = lender(jobs, keys);
        BusinessCalendar calendar = read.policy().calendar();
        Setting name = keys.get("calendar");
        if (calendar != null && name != null && !calendar.years().contains(asOf.getYear())) {
            throw name.refused("expected a calendar that lists " + asOf.getYear() + ", the year of the as-of date; "
                    + "add its holidays and workdays to "
                    + jobs.resolve(CALENDARS).resolve(name.text() + ".csv"));
        }
        return read;
    }

    public static Lender load(Path jobs, String lender) {
        return lender(jobs, keys(jobs, lender));
    }

    private static Lender lender(Path jobs, Map<String, Setting> keys) {
        addBureauFiles(jobs, keys);
        addLawFile(jobs, keys);
        return new PolicyReader(keys, jobs.resolve(CALENDARS)).lender();
    }

    /** A bureau's own file is part of the policy of every lender that tells it. */
    private static void addBureauFiles(Path jobs, Map<String, Setting> keys) {
        Setting furnish = keys.get(PolicyReader.FURNISH);
        if (furnish == null) {
            return;
        }
        furnish.block().forEach((bureau, setting) -> {
            PolicyReader.format(bureau, setting);
            Setting taken = keys.get(PolicyReader.BUREAU_FILE + bureau);
            if (taken != null) {
                throw taken.refused("is no key of a lender file; the bureau's own file gives it");
            }
            Path file = jobs.resolve("bureaus").resolve(bureau + ".yaml");
            if (!Files.isRegularFile(file)) {
                throw setting.refused("there is no file " + file);
            }
            keys.put(PolicyReader.BUREAU_FILE + bureau, Setting.parse(file.toString(), JobFile.text(file)));
        });
    }

    /** The law that a lender names is part of its policy. */
    private static void addLawFile(Path jobs, Map<String, Setting> keys) {
        Setting law = keys.get(ContactPolicyReader.LAW);
        if (keys.get(ContactPolicyReader.LAW_FILE) != null) {
            throw keys.get(ContactPolicyReader.LAW_FILE)
                    .refused("is no key of a lender file; the law's own file gives it");
        }
        if (law == null || law.text().equals(ContactPolicyReader.NONE)) {
            return;
        }
        if (!law.text().matches("[a-z][a-z0-9-]{0,39}")) {
            throw law.wrong("the name of a file in jobs/law without .yaml, such as cn");
        }
        Path file = jobs.resolve("law").resolve(law.text() + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw law.refused("there is no file " + file);
        }
        keys.put(ContactPolicyReader.LAW_FILE, Setting.parse(file.toString(), JobFile.text(file)));
    }

    /** The keys of the file and of those it includes, merged. */
    private static Map<String, Setting> keys(Path jobs, String lender) {
        if (!lender.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new Refused(
                    ExitCode.USAGE,
                    "there is no lender file of that name: it has lower-case letters, digits and hyphens, at most 64");
        }
        Path file = jobs.resolve("lenders").resolve(lender + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "there is no lender file " + file + "; two lines make one: 'include: common.yaml' and 'lender: "
                            + lender + "'");
        }
        Map<String, Setting> keys = new LinkedHashMap<>();
        read(file, keys, 0, new ArrayList<>());
        Setting name = keys.get("lender");
        if (name == null) {
            throw new Refused(ExitCode.USAGE, file + ": lender: expected 'lender: " + lender + "', which is missing");
        } else if (!name.text().equals(lender)) {
            throw name.wrong("'" + lender + "', as the file is named");
        }
        return keys;
    }

    /** A lender from the text that {@link Lender#text} kept. */
    public static Lender parse(String text) {
        return new PolicyReader(Setting.parse("kept policy", text).block(), null).lender();
    }

    /** Every lender that has a file. */
    public static List<String> names(Path jobs) {
        Path folder = jobs.resolve("lenders");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .filter(name -> hasLenderKey(folder.resolve(name + ".yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refused(
                    ExitCode.USAGE, "the folder " + folder + " cannot be read; ARREARS_JOBS names its parent");
        }
    }

    private static boolean hasLenderKey(Path file) {
        Setting root = Setting.parse(file.toString(), JobFile.text(file));
        return root.isBlock() && root.block().containsKey("lender");
    }

    private static void read(Path file, Map<String, Setting> keys, int depth, List<Path> all) {
        all.add(file);
        Map<String, Setting> own =
                Setting.parse(file.toString(), JobFile.text(file)).block();
        Setting include = own.remove("include");
        if (include != null) {
            if (depth == MAX_INCLUDES || all.size() > MAX_FILES) {
                throw include.refused("files include each other without end");
            }
            for (Setting part : include.isList() ? include.list() : List.of(include)) {
                if (!part.text().matches(INCLUDED)) {
                    throw part.wrong("the name of a .yaml file beside this one");
                }
                Path included = file.resolveSibling(part.text());
                if (!Files.isRegularFile(included)) {
                    throw part.refused("there is no file " + included);
                }
                read(included, keys, depth + 1, all);
            }
        }
        keys.putAll(own);
    }
}
