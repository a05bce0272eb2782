package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a night's lists and its files for the PBOC say of an account. */
record NightFiles(Map<String, String> files) {

    private static final Pattern ITEM = Pattern.compile("<(\\w+)>([^<]*)</");
    private static final String PERSON = "<InfRecType>110";

    /** The data files below a folder by their paths; manifest.json and report.html also tell of restarts and replays. */
    static Map<String, String> in(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!List.of("manifest.json", "audit.jsonl", "checkpoint.json", "report.html")
                        .contains(file.getFileName().toString())) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a list, without its header. */
    static List<String> list(Nights.Outcome night, String file) {
        return in(night.folder()).get(file).lines().skip(1).toList();
    }

    /**
     * One row of a list, or one record to the bureau, says all of this, or none is there.
     *
     * @param file a list without its ending, or {@code pboc}
     * @param says columns or items with their values, {@code ~} for a space, or {@code nothing}
     */
    void require(String account, String file, String says) {
        List<Map<String, String>> found = file.equals("pboc") ? records(account) : rows(file, account);
        if (says.equals("nothing")) {
            assertThat(found).as("%s of %s", file, account).isEmpty();
        } else {
            assertThat(found)
                    .filteredOn(row -> row.entrySet().containsAll(pairs(says).entrySet()))
                    .as("%s: %s of %s", file, says, found)
                    .hasSize(1);
        }
    }

    private static Map<String, String> pairs(String says) {
        return Arrays.stream(says.split(" ", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace('~', ' ')));
    }

    private List<Map<String, String>> rows(String list, String account) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try {
            return format.parse(new StringReader(files.get(list + ".csv"))).stream()
                    .map(CSVRecord::toMap)
                    .filter(row -> row.get("account_id").equals(account))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records about an account itself, by their items; of an item that occurs more than once the first. */
    private List<Map<String, String>> records(String account) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("pboc/"))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> line.contains(">HB310000000001" + account + "<") && !line.contains(PERSON))
                .map(line -> {
                    Map<String, String> items = new HashMap<>();
                    ITEM.matcher(line).results().forEach(item -> items.putIfAbsent(item.group(1), item.group(2)));
                    return items;
                })
                .toList();
    }
}
