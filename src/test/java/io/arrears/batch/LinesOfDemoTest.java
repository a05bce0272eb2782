package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.furnish.Reported;
import io.arrears.ops.FileRef;
import io.arrears.ops.Submissions;
import io.arrears.publish.Csv;
import io.arrears.sample.LineStory;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleProduct;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.bureau.SubmissionStore;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The made-up lines of credit, each of which tells a story, through nights whose files are sent. */
class LinesOfDemoTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    /** So many accounts that each line story is told once. */
    private static final long ACCOUNTS = 41L * LineStory.STORIES.size();

    private static final Pattern REPORT =
            Pattern.compile("<InfRecType>(2[12]0)</InfRecType>.*?Code>(?:OR310000000001|EX3100000000A3)([OX]\\d+)</"
                    + ".*?<RptDate>([^<]*)</RptDate><RptDateCode>(..)</RptDateCode>");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void each_line_stands_where_its_story_says(Databases kind) throws Exception {
        try (Book book = Book.on(kind, folder).open()) {
            book.turnTo(TurnedClock.after(DAY));
            book.deliver(SampleSpec.of(ACCOUNTS, 1), "ledger");
            Path out = book.application
                    .nights()
                    .run(SampleLender.ORCHARD.name(), DAY, null, false)
                    .folder();

            Map<String, String> days = new TreeMap<>();
            for (CSVRecord row : read(out.resolve("delinquency.csv"))) {
                days.put(story(row.get("account_id")).name(), row.get("status") + " " + row.get("dpd"));
            }
            int planBroken = days(days.remove("PLAN_BROKEN"));
            assertThat(planBroken).as("since the first row of the plan").isGreaterThan(60);
            assertThat(days)
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry("WHOLE_BILL", "OPEN 0"),
                            Map.entry("MINIMUM", "OPEN 0"),
                            Map.entry("IN_TWO_PARTS", "OPEN 0"),
                            Map.entry("LESS_THAN_MINIMUM", "OPEN 108"),
                            Map.entry("STOPS_PAYING", "OPEN 77"),
                            Map.entry("PAYS_BEFORE_THE_BILL", "OPEN 0"),
                            Map.entry("DRAWS_WHILE_OVERDUE", "OPEN 16"),
                            Map.entry("RETURNS_A_PURCHASE", "OPEN 0"),
                            Map.entry("PLAN_KEPT", "OPEN 0"),
                            Map.entry("LIMIT_CUT", "OPEN 0"),
                            Map.entry("LIMIT_RAISED", "OPEN 0"),
                            Map.entry("ENDED_WITH_DEBT", "OPEN 46"),
                            Map.entry("UNUSED", "OPEN 0"),
                            Map.entry("CREDIT_BALANCE", "OPEN 0"),
                            Map.entry("NOT_BILLED", "OPEN 0"),
                            Map.entry("DISPUTED", "OPEN 16")));
            assertThat(read(out.resolve("review.csv")))
                    .extracting(row -> story(row.get("account_id")) + " " + row.get("code"))
                    .containsExactly("NOT_BILLED STATEMENT_MISSING");
        }
    }

    /** Two months' ends, and the end of the line that is closed on 12 October, with its contract behind it. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_months_and_the_end_of_a_line_are_told(Databases kind) throws Exception {
        try (Book book = Book.on(kind, folder).open()) {
            book.turnTo(TurnedClock.after(LocalDate.of(2026, 8, 31)));
            book.deliver(SampleSpec.of(ACCOUNTS, 1), "ledger");
            List<String> told = new ArrayList<>();
            for (String day : List.of("2026-09-02", "2026-10-02", "2026-10-13", "2026-10-14")) {
                LocalDate asOf = LocalDate.parse(day);
                book.turnTo(TurnedClock.after(asOf));
                Nights.Outcome night = book.application
                        .nights()
                        .run(SampleLender.ORCHARD.name(), asOf, new Nights.Options(null, false, false, null, true));
                assertThat(night.withheld()).isEmpty();
                assertThat(read(night.folder().resolve("rejected.csv")))
                        .as("broken rules")
                        .isEmpty();
                told.addAll(told(night.folder(), LineStory.ENDED));
                send(book.application.submissions());
            }
            assertThat(told)
                    .containsExactly(
                            "210/31 2026-08-31",
                            "220/10 2026-08-31",
                            "210/30 2026-09-30",
                            "210/20 2026-10-12",
                            "220/20 2026-10-12");
        }
    }

    private static void send(Submissions submissions) {
        for (SubmissionStore.Filed filed : submissions.all("pboc")) {
            FileRef file = FileRef.of("pboc", filed.submission().name());
            if (filed.state() == Reported.State.PREPARED) {
                submissions.release(file, TwoPeople.of(List.of("one", "another")));
                submissions.sent(file, new Signatory("one"));
            }
        }
    }

    /** The records of an account and of its contract, by kind, code and day. */
    private static List<String> told(Path night, LineStory story) throws IOException {
        List<String> told = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(night.resolve("pboc"), "*.txt")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    Matcher matcher = REPORT.matcher(line);
                    if (matcher.find() && story(matcher.group(2)) == story) {
                        told.add(matcher.group(1) + "/" + matcher.group(4) + " " + matcher.group(3));
                    }
                }
            }
        }
        told.sort(null);
        return told;
    }

    private static int days(String of) {
        return Integer.parseInt(of.substring(of.indexOf(' ') + 1));
    }

    /** The file of 花呗 drives lines of its own: its ladder's stage follows the days of the oldest bill. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_example_of_huabei_drives_its_own_lines(Databases kind) throws Exception {
        SampleLender huabei = new SampleLender(
                "example-huabei",
                "X",
                "CN",
                ZoneId.of("Asia/Shanghai"),
                List.of("pboc"),
                List.of(SampleProduct.line("huabei-line", "CNY", 2, 500, 50_000, 1_460)),
                true);
        try (Book book = Book.on(kind, folder).open()) {
            book.turnTo(TurnedClock.after(DAY.plusDays(2)));
            book.deliver(new SampleSpec(LineStory.STORIES.size(), 1, DAY, List.of(huabei)), "ledger");
            Nights.Outcome night = book.application.nights().run(huabei.name(), DAY.plusDays(2), null, false);

            Map<String, String> stages = new TreeMap<>();
            for (String list : List.of("worklist.csv", "withheld.csv")) {
                for (CSVRecord row : read(night.folder().resolve(list))) {
                    stages.put(story(row.get("account_id")).name(), row.get("stage"));
                }
            }
            stages.remove("PLAN_BROKEN"); // overdue since the plan, whose month is a matter of chance
            assertThat(stages)
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "LESS_THAN_MINIMUM", "LONG_OVERDUE",
                            "STOPS_PAYING", "NEGOTIATION",
                            "DRAWS_WHILE_OVERDUE", "NEGOTIATION",
                            "ENDED_WITH_DEBT", "NEGOTIATION",
                            "DISPUTED", "NEGOTIATION"));
            assertThat(night.withheld()).isEmpty();
            assertThat(read(night.folder().resolve("rejected.csv")))
                    .as("broken rules")
                    .isEmpty();
            assertThat(told(night.folder(), LineStory.WHOLE_BILL))
                    .containsExactly("210/31 2026-10-31", "220/10 2026-10-01");
        }
    }

    private static LineStory story(String account) {
        long first = account.startsWith("O") ? ACCOUNTS * 40 / 41 + 1 : 1;
        return LineStory.STORIES.get((int) (Long.parseLong(account.substring(1)) - first));
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser rows = CSVParser.parse(reader, Csv.READ)) {
            return new ArrayList<>(rows.getRecords());
        }
    }
}
