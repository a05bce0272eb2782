package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Lines;
import io.arrears.ledger.AccountFacts;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines through whole nights, delivered as they are posted: what each night lists of them, worked by hand (D16-D18). */
class LineNightsTest {

    private static final List<String> NIGHTS =
            List.of("2026-02-22", "2026-03-05", "2026-03-21", "2026-04-10", "2026-05-21", "2027-03-01");

    /** 1000 drawn, 100 of it asked for by 20 February, and more by what each account adds. */
    private static final String BILLED = """
            d1 draw 01-05 1000
            s1 bill 01-31 02-20 100 1000
            """;

    /**
     * An account, what comes of it, and what the nights list: status, days past due, overdue, principal owed, and what stands in
     * review.csv.
     */
    private record Row(String account, String facts, String... nights) {}

    static final List<Row> TABLE = List.of(
            new Row(
                    "TWO-PARTS",
                    BILLED + "p1 pay 02-20 60\np2 pay 02-21 40\ns2 bill 02-28 03-20 90 900\np3 pay 03-20 90\n"
                            + "s3 bill 03-31 04-20 80 810\ns4 bill 04-30 05-20 0 810",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 8.10",
                    "OPEN 0 0.00 8.10",
                    "OPEN 31 0.80 8.10",
                    "OPEN 315 0.80 8.10 STATEMENT_MISSING"),
            new Row(
                    "WHOLE-BILL",
                    BILLED + "p1 pay 02-10 1000\ns2 bill 02-28 03-20 0 0",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00"),
            new Row(
                    "DRAWN-WHILE-LATE",
                    BILLED + "d2 draw 02-25 500\ns2 bill 02-28 03-20 140 1500\np1 pay 04-01 240\n"
                            + "s3 bill 03-31 04-20 0 1500\ns4 bill 04-30 05-20 0 1260",
                    "OPEN 2 1.00 10.00",
                    "OPEN 13 1.00 15.00",
                    "OPEN 29 2.40 15.00",
                    "OPEN 0 0.00 12.60",
                    "OPEN 0 0.00 12.60",
                    "OPEN 0 0.00 12.60 STATEMENT_MISSING"),
            new Row(
                    "BOUNCED",
                    BILLED + "p1 pay 02-20 100\ns2 bill 02-28 03-20 90 900\nx1 reverse 03-05 100 p1\n"
                            + "s3 bill 03-31 04-20 0 1000 190\ns4 bill 04-30 05-20 0 1000",
                    "OPEN 0 0.00 9.00",
                    "OPEN 13 1.00 10.00",
                    "OPEN 29 1.90 10.00",
                    "OPEN 49 1.90 10.00",
                    "OPEN 90 1.90 10.00",
                    "OPEN 374 1.90 10.00 STATEMENT_MISSING"),
            // the statement of January said 300 and is corrected to 100 on 22 February, behind the first night
            new Row(
                    "CORRECTED",
                    "d1 draw 01-05 1000\ns1 bill 01-31 02-20 300 1000\ns1 bill 01-31 02-20 100 1000 @02-24T09\n"
                            + "p1 pay 02-20 100\ns2 bill 02-28 03-20 0 900\ns3 bill 03-31 04-20 0 900\n"
                            + "s4 bill 04-30 05-20 0 900",
                    "OPEN 2 2.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00 STATEMENT_MISSING"),
            new Row(
                    "NO-BILL",
                    BILLED + "p1 pay 02-20 100\ns3 bill 03-31 04-20 0 900\ns4 bill 04-30 05-20 0 900",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00 STATEMENT_MISSING",
                    "OPEN 0 0.00 9.00 STATEMENT_MISSING",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00 STATEMENT_MISSING"),
            new Row(
                    "DIFFERS",
                    BILLED + "p1 pay 02-20 100\ns2 bill 02-28 03-20 0 950\ns3 bill 03-31 04-20 0 900\n"
                            + "s4 bill 04-30 05-20 0 900",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00 STATEMENT_DIFFERS",
                    "OPEN 0 0.00 9.00 STATEMENT_DIFFERS",
                    "OPEN 0 0.00 9.00 STATEMENT_DIFFERED",
                    "OPEN 0 0.00 9.00 STATEMENT_DIFFERED",
                    "OPEN 0 0.00 9.00 STATEMENT_DIFFERED STATEMENT_MISSING"),
            new Row(
                    "ENDED-IN-DEBT",
                    BILLED + "e1 LINE_END 02-25\ns2 bill 02-28 03-20 900 1000\np1 pay 2027-02-20 1000 @2027-02-20T12",
                    "OPEN 2 1.00 10.00",
                    "OPEN 13 1.00 10.00",
                    "OPEN 29 10.00 10.00",
                    "OPEN 49 10.00 10.00 STATEMENT_MISSING",
                    "OPEN 90 10.00 10.00 STATEMENT_MISSING",
                    "CLOSED 0 0.00 0.00"),
            new Row(
                    "PLAN",
                    BILLED + "1.1 row 03-10 300\n1.2 row 04-10 300\na1 INSTALMENT_PLAN 02-10 1\np1 pay 02-15 100\n"
                            + "s2 bill 02-28 03-20 0 900\np2 pay 03-10 300\ns3 bill 03-31 04-20 0 600\n"
                            + "s4 bill 04-30 05-20 0 600 300",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 6.00",
                    "OPEN 0 0.00 6.00",
                    "OPEN 41 3.00 6.00",
                    "OPEN 325 3.00 6.00 STATEMENT_MISSING"),
            // the fee took 30 of the payment until it was taken back
            new Row(
                    "CHARGE-DISPUTED",
                    BILLED + "f1 fee 02-15 30\np1 pay 02-20 100\ns2 bill 02-28 03-20 0 930 30\n"
                            + "x1 reverse 03-10 30 f1\ns3 bill 03-31 04-20 0 900\ns4 bill 04-30 05-20 0 900",
                    "OPEN 2 0.30 9.30",
                    "OPEN 13 0.30 9.30",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00",
                    "OPEN 0 0.00 9.00 STATEMENT_MISSING"),
            new Row(
                    "IN-CREDIT",
                    BILLED + "p1 pay 02-10 1300\nd2 draw 02-24 500\ns2 bill 02-28 03-20 50 200\np2 pay 03-10 200",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 2.00",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00",
                    "OPEN 0 0.00 0.00"));

    private static Map<String, AccountFacts> accounts() {
        Map<String, AccountFacts> accounts = new LinkedHashMap<>();
        TABLE.forEach(row -> accounts.put(row.account, Lines.line(row.facts).facts()));
        return accounts;
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void each_night_lists_the_lines_as_they_stand(Databases kind) throws Exception {
        Book book = SharedBook.alone(kind);
        Portfolio lender = book.lender();
        NastyBook lines = new NastyBook(lender.name, "line", accounts());
        for (String night : NIGHTS) {
            book.after(LocalDate.parse(night)).deliver(lines.rows(book.now()));
            book.later(1);
            lender.run(night);
            assertThat(listed(lender, night)).as(night).isEqualTo(expected(NIGHTS.indexOf(night)));
        }
        for (String night : NIGHTS) {
            Run told = book.application
                    .runs()
                    .published(lender.name, LocalDate.parse(night))
                    .orElseThrow();
            Path again = book.application
                    .nights()
                    .replay(lender.name, LocalDate.parse(night), told.cutoff())
                    .folder();
            assertThat(again.resolve("delinquency.csv"))
                    .as("what was known on %s, as it was before later corrections", night)
                    .hasSameTextualContentAs(lender.folder(night).resolve("delinquency.csv"));
        }
    }

    private static List<String> expected(int night) {
        return TABLE.stream()
                .map(row -> row.account + " " + row.nights[night])
                .sorted()
                .toList();
    }

    /** Status, days past due, overdue and balance of each, and its entries of the review. */
    private static List<String> listed(Portfolio lender, String night) throws Exception {
        List<String> header = List.of(Files.readAllLines(lender.folder(night).resolve("delinquency.csv"))
                .get(0)
                .split(","));
        List<String> reviewed = lender.reviewed(night);
        return lender.listed(night).stream()
                .map(line -> line.split(",", -1))
                .map(row -> Stream.concat(
                                Stream.of("account_id", "status", "dpd", "overdue_total", "balance")
                                        .map(column -> row[header.indexOf(column)]),
                                reviewed.stream()
                                        .filter(entry -> entry.startsWith(row[0] + " "))
                                        .map(entry -> entry.split(" ")[2]))
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow())
                .sorted()
                .toList();
    }
}
