package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.publish.Csv;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A real ledger of 17,157 loans of one instalment: what the nights list equals what one plain query finds.
 *
 * <p>The ledger is no part of the project; without it this test is skipped.
 */
@EnabledIf(value = "isThere", disabledReason = "no real ledger in ../shared/data/superlender or ARREARS_SUPERLENDER")
class SuperlenderTest {

    private static final Path LEDGER = Path.of(System.getProperty(
            "ARREARS_SUPERLENDER",
            Objects.requireNonNullElse(System.getenv("ARREARS_SUPERLENDER"), "../shared/data/superlender")));

    /** Month ends on which, taken together, every bucket has somebody in it. */
    private static final List<LocalDate> MONTH_ENDS = Stream.of(
                    "2016-06-30", "2016-08-31", "2016-10-31", "2016-12-31", "2017-03-31", "2017-06-30")
            .map(LocalDate::parse)
            .toList();

    /** Knows nothing of the engine: a loan is open while less was repaid by the day than its one instalment asks. */
    private static final String OPEN_LOANS = """
            SELECT CASE WHEN days <= 0 THEN 'M0' WHEN days <= 30 THEN 'M1' WHEN days <= 60 THEN 'M2'
                        WHEN days <= 90 THEN 'M3' WHEN days <= 120 THEN 'M4' WHEN days <= 150 THEN 'M5'
                        WHEN days <= 180 THEN 'M6' ELSE 'M7' END AS bucket,
                   COUNT(*) AS loans,
                   SUM(CASE WHEN days > 0 THEN unpaid ELSE 0 END) AS overdue
            FROM (SELECT TIMESTAMPDIFF(DAY, i.due_on, ?) AS days,
                         i.principal + i.interest + i.fee + i.penalty - COALESCE(p.amount, 0) AS unpaid
                  FROM accounts a
                  JOIN instalments i ON i.lender = a.lender AND i.account_id = a.account_id
                  LEFT JOIN (SELECT lender, account_id, SUM(amount) AS amount
                             FROM entries
                             WHERE type = 'REPAYMENT' AND value_on <= ?
                             GROUP BY lender, account_id) p ON p.lender = a.lender AND p.account_id = a.account_id
                  WHERE a.opened_on <= ?) loan
            WHERE unpaid > 0
            GROUP BY bucket
            """;

    @TempDir
    Path folder;

    /** The open accounts of one bucket and what is overdue of them. */
    private record Bucket(long accounts, BigDecimal overdue) {
        static final Bucket EMPTY = new Bucket(0, new BigDecimal("0.00"));

        Bucket and(BigDecimal more) {
            return new Bucket(accounts + 1, overdue.add(more));
        }
    }

    static boolean isThere() {
        return Files.isDirectory(LEDGER);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void every_month_end_lists_what_a_plain_query_finds(Databases kind) throws IOException {
        Settings settings = new Settings(new Home(folder), Path.of("jobs"), kind.fresh(folder));
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            ImportOutcome imported = application.imports().run(ImportRequest.of(LEDGER, "tester"));
            assertThat(imported.exitCode()).as(imported.message()).isEqualTo(ExitCode.DONE);
            JdbcTemplate jdbc = new JdbcTemplate(application.pool());
            Set<String> seen = new TreeSet<>();
            for (LocalDate asOf : MONTH_ENDS) {
                Path night = application
                        .nights()
                        .run("superlender", asOf, null, false)
                        .folder();
                Map<String, Bucket> queried = queried(jdbc, asOf);
                assertThat(listed(night)).as(kind + ", " + asOf).isEqualTo(queried);
                seen.addAll(queried.keySet());
            }
            assertThat(seen).containsExactly("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7");
        }
    }

    private static Map<String, Bucket> queried(JdbcTemplate jdbc, LocalDate asOf) {
        Map<String, Bucket> buckets = new TreeMap<>();
        jdbc.query(
                OPEN_LOANS,
                row -> {
                    buckets.put(
                            row.getString("bucket"),
                            new Bucket(
                                    row.getLong("loans"),
                                    row.getBigDecimal("overdue").setScale(0).movePointLeft(2)));
                },
                asOf,
                asOf,
                asOf);
        return buckets;
    }

    /** Of the night's file, the open accounts: closed ones are listed on the night after their closing only. */
    private static Map<String, Bucket> listed(Path night) throws IOException {
        Map<String, Bucket> buckets = new TreeMap<>();
        try (CSVParser rows = CSVParser.parse(
                Files.readString(night.resolve("delinquency.csv")),
                Csv.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            for (CSVRecord row : rows) {
                if (row.get("status").equals("OPEN")) {
                    BigDecimal overdue = new BigDecimal(row.get("overdue_total"));
                    buckets.merge(row.get("bucket"), Bucket.EMPTY.and(overdue), (sum, one) -> sum.and(one.overdue()));
                }
            }
        }
        return buckets;
    }
}
