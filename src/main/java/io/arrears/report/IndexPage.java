package io.arrears.report;

import io.arrears.audit.SignedFolders;
import io.arrears.lender.Language;
import io.arrears.publish.PublishedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The index page over all published nights of a lender, {@code out/<lender>/index.html}: a calendar that marks the nights that
 * are missing, and the trends. It lies outside the published folders and is replaced, in one rename, after each night.
 */
public final class IndexPage {

    public static final String FILE = "index.html";

    private static final String WITHDRAWN = "withdrawn";

    private static final String FOLDER = "\\d{4}-\\d{2}-\\d{2}(\\.\\d+)?";

    /** Verdicts of identities, the worst first; that one was not checked shows where none was. */
    private static final List<String> WORST = List.of("DIFFERENCE", "WITHHELD", "ACCEPTED", "OK", "NOT_CHECKED");

    /** Of a night that was not reconciled, or whose figures are not there as they were signed. */
    private static final String NONE = "NONE";

    private final String lender;
    private final Words words;

    /** The figures of each folder by its name, and the folders of each day. */
    private final SortedMap<String, Figures> nights = new TreeMap<>();

    private final SortedMap<LocalDate, SortedSet<String>> days = new TreeMap<>();

    /** The folders of nights that were taken back. */
    private final List<String> withdrawn;

    private IndexPage(String lender, Language language, SignedFolders signed) throws IOException {
        Path out = signed.out();
        this.lender = lender;
        this.words = new Words(language);
        this.withdrawn = withdrawn(out.resolve(WITHDRAWN));
        try (Stream<Path> folders = Files.list(out)) {
            for (Path folder : folders.sorted().toList()) {
                String name = String.valueOf(folder.getFileName());
                if (name.matches(FOLDER)) {
                    days.computeIfAbsent(LocalDate.parse(name.substring(0, 10)), day -> new TreeSet<>())
                            .add(name);
                    Figures figures = Figures.of(signed.night(name));
                    if (figures != null) {
                        nights.put(name, figures);
                    }
                }
            }
        }
    }

    private static List<String> withdrawn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(night -> String.valueOf(night.getFileName()))
                    .filter(name -> name.matches(FOLDER + "-run\\d+"))
                    .sorted()
                    .toList();
        }
    }

    /** Writes the page into the lender's folder, from the figures of every night in it that still are what was signed. */
    public static void write(String lender, Language language, SignedFolders signed) throws IOException {
        byte[] page = new IndexPage(lender, language, signed).page();
        PublishedFolder.replace(signed.out().resolve(FILE), page);
    }

    private byte[] page() throws IOException {
        Page page = new Page(words, words.get("index.title", lender));
        page.head().open("header").element("h1", words.get("index.title", lender));
        page.head()
                .element(
                        "p",
                        days.isEmpty()
                                ? words.get("index.none")
                                : words.get("index.span", days.size(), missing(), days.firstKey(), days.lastKey()),
                        "class",
                        "note")
                .close("header")
                .line();
        if (!days.isEmpty()) {
            page.section(words.get("index.calendar"), this::calendar);
        }
        if (!withdrawn.isEmpty()) {
            page.section(words.get("index.withdrawn"), this::listWithdrawn);
        }
        List<Figures> all = List.copyOf(nights.values());
        if (!all.isEmpty()) {
            Figures last = all.get(all.size() - 1);
            List<String> currencies = List.copyOf(last.of(Section.BALANCE).keySet());
            page.section(words.get("trend"), into -> Trends.overdue(words, all, currencies, into));
        }
        return page.bytes();
    }

    private void listWithdrawn(Html page) {
        page.element("p", words.get("index.withdrawn.note"), "class", "note");
        page.open("ul");
        for (String folder : withdrawn) {
            page.open("li")
                    .element("a", folder, "href", WITHDRAWN + "/" + folder + "/" + Report.FILE)
                    .close("li");
        }
        page.close("ul").line();
    }

    private long missing() {
        return days.firstKey().datesUntil(days.lastKey().plusDays(1)).count() - days.size();
    }

    private void calendar(Html page) {
        YearMonth last = YearMonth.from(days.lastKey());
        page.open("div", "class", "months").line();
        for (YearMonth month = last; !month.isBefore(YearMonth.from(days.firstKey())); month = month.minusMonths(1)) {
            month(month, page);
        }
        page.close("div").line();
        page.element(
                "p",
                Stream.concat(WORST.stream(), Stream.of(NONE))
                        .map(verdict -> Identities.verdict(words, verdict))
                        .collect(Collectors.joining("   ")),
                "class",
                "note signs");
        page.element("p", words.get("index.legend"), "class", "note");
    }

    private void month(YearMonth month, Html page) {
        page.open("table", "class", "month")
                .element("caption", month.toString())
                .open("thead");
        page.open("tr");
        for (DayOfWeek day : DayOfWeek.values()) {
            page.element("th", words.get("day." + day.getValue()), "scope", "col");
        }
        page.close("tr").close("thead").open("tbody").open("tr");
        LocalDate first = month.atDay(1);
        for (int blank = 1; blank < first.getDayOfWeek().getValue(); blank++) {
            page.element("td", "");
        }
        for (LocalDate day = first; YearMonth.from(day).equals(month); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY && day.getDayOfMonth() > 1) {
                page.close("tr").line().open("tr");
            }
            day(day, page);
        }
        page.close("tr").close("tbody").close("table").line();
    }

    private void day(LocalDate day, Html page) {
        String number = Integer.toString(day.getDayOfMonth());
        SortedSet<String> folders = days.getOrDefault(day, new TreeSet<>());
        if (folders.isEmpty()) {
            boolean missing = day.isAfter(days.firstKey()) && day.isBefore(days.lastKey());
            page.open("td", "class", missing ? "missing" : "outside").text(number);
            if (missing) {
                page.element("span", words.get("index.missing"), "class", "sign");
            }
            page.close("td");
            return;
        }
        page.open("td");
        for (String folder : folders) {
            String verdict = verdict(folder);
            String text = Identities.verdict(words, verdict);
            page.open(
                            "a",
                            "class",
                            "verdict " + Identities.style(verdict),
                            "href",
                            folder + "/" + Report.FILE,
                            "aria-label",
                            folder + ": " + text)
                    .text(folders.size() == 1 ? number : number + folder.substring(10))
                    .element("span", text.substring(0, 1), "class", "sign")
                    .close("a");
        }
        page.close("td");
    }

    /** The worst of a night's verdicts. */
    private String verdict(String folder) {
        Figures night = nights.get(folder);
        Map<String, String> verdicts = night == null ? Map.of() : night.of(Section.VERDICTS);
        return WORST.stream().filter(verdicts::containsKey).findFirst().orElse(NONE);
    }
}
