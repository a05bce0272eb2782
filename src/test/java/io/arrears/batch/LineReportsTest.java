package io.arrears.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.rule.Filing;
import io.arrears.bureau.pboc.rule.RecordRules;
import io.arrears.bureau.pboc.xml.PbocXml;
import io.arrears.furnish.Reported;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines (R1) and draws (R4) from their delivery to the bureau's answer, in nights that are reconciled: what each file tells of them. */
class LineReportsTest {

    private static final String SEGMENT = "HB310000000001";
    private static final String LINE = "      line: {account-type: R1, business: 91, guarantee: 4, other-guarantee: 0,"
            + " fund-source: 1, loan-form: 1, repay-mode: 39, district: '310000'}\n";
    private static final String DRAWN =
            "      drawn: {account-type: R4, business: 91, guarantee: 4, other-guarantee: 0,"
                    + " fund-source: 1, loan-form: 1, district: '310000'}\n";

    @TempDir
    Path folder;

    /** Night, and what its files tell: account, record, day, AcctType, AcctStatus and RpyStatus, TotOverd; of terms Mcc or the limit. */
    private static final Map<String, List<String>> TOLD = new LinkedHashMap<>();

    static {
        TOLD.put(
                "2026-08-03",
                List.of(
                        "DRAW1 210/10 08-03 R4 1* 0 under HUA4",
                        "DRAW2 210/10 08-03 R4 1* 0 under HUA4",
                        "HELD 210/10 08-03 R1 1* 0 under HELD of 5000",
                        "LATE 210/10 08-03 R1 1* 0 under HUA2 of 5000",
                        "MISFIT3 210/10 08-03 D1 1* 0",
                        "PAID 210/10 08-03 R1 1* 0 under PAID of 5000",
                        "UNUSED 210/10 08-03 R1 1* 0 under UNUSED of 5000"));
        TOLD.put(
                "2026-08-31",
                List.of(
                        "DRAW1 210/30 08-31 R4 1N 0",
                        "DRAW2 210/30 08-31 R4 21 600",
                        "HELD 210/30 08-31 R1 1N 0",
                        "LATE 210/30 08-31 R1 21 100",
                        "MISFIT3 210/30 08-31 D1 1* 0",
                        "PAID 210/30 08-31 R1 1N 0",
                        "UNUSED 210/30 08-31 R1 1* 0"));
        TOLD.put("2026-09-12", List.of("LATE 212/C 08-03 R1 of 500"));
        TOLD.put(
                "2026-09-30",
                List.of(
                        "DRAW1 210/20 09-20 R4 3C 0",
                        "DRAW2 210/30 09-30 R4 22 600",
                        "LATE 210/30 09-30 R1 22 200",
                        "MISFIT3 210/30 09-30 D1 1* 0",
                        "PAID 210/30 09-30 R1 1N 0",
                        "UNUSED 210/30 09-30 R1 1* 0"));
        TOLD.put(
                "2026-10-06",
                List.of("HELD 210/30 09-30 R1 1N 0", "LATE 210/40 10-02 R1 1N 0", "PAID 210/20 10-05 R1 3C 0"));
        TOLD.put(
                "2026-10-31",
                List.of(
                        "DRAW2 210/30 10-31 R4 23 600",
                        "HELD 210/30 10-31 R1 1N 0",
                        "LATE 210/30 10-31 R1 1N 0",
                        "LATE 212/H 09-30 R1 21 100",
                        "LATE 212/J 10-02 R1 1N 0",
                        "MISFIT3 210/30 10-31 D1 1* 0",
                        "UNUSED 210/30 10-31 R1 1* 0"));
    }

    private final Set<String> excluded = new TreeSet<>();
    private final Set<String> persons = new TreeSet<>();

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void lines_and_draws_are_told_and_reconciled_night_by_night(Databases kind) throws IOException {
        Map<String, Nights.Outcome> nights = new LinkedHashMap<>();
        try (Book book = book(kind, "few").open()) {
            told(book, nights);
            for (Nights.Outcome night : nights.values()) {
                Nights.Outcome again = book.application
                        .nights()
                        .replay(Book.LENDER, night.run().asOf(), night.run().cutoff());
                assertThat(NightFiles.in(again.folder()))
                        .as("told again of " + night.run().asOf())
                        .isEqualTo(NightFiles.in(night.folder()));
            }
        }
    }

    @Test
    void nights_that_look_at_every_account_tell_the_same() throws IOException {
        try (Book book = book(Databases.H2, "all").full().open()) {
            told(book, new LinkedHashMap<>());
        }
    }

    /** Told under a contract that nobody opened, it would hang on nothing at the bureau. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_draw_waits_until_the_line_that_it_names_is_known(Databases kind) throws IOException {
        try (Book book = book(kind, "early").open()) {
            SmallLoans loans = new SmallLoans();
            loans.draw("DRAW3", "drawn", "HUA5", "600.00", 1).due("DRAW3", 1, "2026-12-20", "600.00", "0.00");
            Nights.Outcome without = night(book, loans, LocalDate.of(2026, 8, 3));
            assertThat(told(without)).isEmpty();
            assertThat(Files.readString(without.folder().resolve("rejected.csv")))
                    .contains("DRAW3", "Mcc");

            loans.line("HUA5", "drawn", "9000.00", "HUA5");
            assertThat(told(night(book, loans, LocalDate.of(2026, 8, 4))))
                    .containsExactly("DRAW3 210/10 08-03 R4 1* 0 under HUA5");
        }
    }

    private BookBuilder book(Databases kind, String name) {
        return Book.on(kind, folder.resolve(name)).policy("      car-loan:", LINE + DRAWN + "      car-loan:");
    }

    private void told(Book book, Map<String, Nights.Outcome> nights) throws IOException {
        SmallLoans loans = new SmallLoans();
        august(loans);
        for (String night : TOLD.keySet()) {
            hear(loans, night);
            Nights.Outcome outcome = night(book, loans, LocalDate.parse(night));
            nights.put(night, outcome);
            assertThat(told(outcome)).as(night).containsExactlyElementsOf(TOLD.get(night));
        }
        assertThat(persons).contains("测试MISFIT1", "测试HUA4").doesNotContain("测试HUA2");
        assertThat(excluded)
                .anyMatch(row -> row.startsWith("MISFIT1,") && row.contains("the account is a line of credit"))
                .anyMatch(row -> row.startsWith("MISFIT2,") && row.contains("the account is a loan"))
                .allMatch(row -> row.startsWith("MISFIT"));
    }

    private static void august(SmallLoans loans) {
        loans.line("PAID", "line", "5000.00", "")
                .drawn("P1", "PAID", "2026-08-05", "1000.00")
                .billed("PS1", "PAID", "2026-08-10", "2026-08-25", "100.00", "1000.00")
                .paid("P2", "PAID", "2026-08-25", "100.00");
        loans.line("LATE", "line", "5000.00", "HUA2")
                .drawn("L1", "LATE", "2026-08-05", "1000.00")
                .billed("LS1", "LATE", "2026-08-10", "2026-08-25", "100.00", "1000.00")
                .notified("LATE", "2026-08-27");
        loans.line("UNUSED", "line", "5000.00", "");
        loans.line("HELD", "line", "5000.00", "")
                .drawn("H1", "HELD", "2026-08-05", "1000.00")
                .billed("HS1", "HELD", "2026-08-10", "2026-08-25", "100.00", "1000.00")
                .paid("H2", "HELD", "2026-08-25", "100.00");
        loans.line("HUA4", "drawn", "9000.00", "HUA4");
        loans.draw("DRAW1", "drawn", "HUA4", "1200.00", 2)
                .due("DRAW1", 1, "2026-08-20", "600.00", "0.00")
                .due("DRAW1", 2, "2026-12-20", "600.00", "0.00")
                .paid("D1", "DRAW1", "2026-08-20", "600.00");
        loans.draw("DRAW2", "drawn", "HUA4", "1200.00", 2)
                .due("DRAW2", 1, "2026-08-30", "600.00", "0.00")
                .due("DRAW2", 2, "2026-12-20", "600.00", "0.00")
                .notified("DRAW2", "2026-08-31");
        // the borrower is told of with his first account that is told, which this is not
        loans.line("MISFIT1", "cash-loan", "5000.00", "")
                .row(
                        "accounts",
                        "MISFIT3",
                        Book.LENDER,
                        "cash-loan",
                        "P-MISFIT1",
                        "2026-08-03",
                        "CNY",
                        "600.00",
                        "1",
                        "MONTHLY",
                        "2026-12-20",
                        "EQUAL_PRINCIPAL",
                        "0.1200")
                .due("MISFIT3", 1, "2026-12-20", "600.00", "0.00");
        loans.draw("MISFIT2", "line", "HUA2", "600.00", 1).due("MISFIT2", 1, "2026-12-20", "600.00", "0.00");
    }

    private static void hear(SmallLoans loans, String night) {
        switch (night) {
            case "2026-09-12" ->
                loans.billed("PS2", "PAID", "2026-09-10", "2026-09-25", "90.00", "900.00")
                        .billed("LS2", "LATE", "2026-09-10", "2026-09-25", "100.00", "1000.00")
                        .agreed("LATE", "LIMIT_CHANGE", "2026-09-12", "500.00");
            case "2026-09-30" ->
                loans.paid("P3", "PAID", "2026-09-24", "900.00").paid("D2", "DRAW1", "2026-09-20", "600.00");
            case "2026-10-06" ->
                loans.agreed("PAID", "LINE_END", "2026-10-05", "")
                        .paid("L2", "LATE", "2026-10-02", "200.00")
                        .billed("HS2", "HELD", "2026-10-06", "2026-10-21", "90.00", "900.00");
            // what had been paid in September is heard of in October
            case "2026-10-31" ->
                loans.paid("H3", "HELD", "2026-10-21", "90.00")
                        .billed("LS3", "LATE", "2026-10-10", "2026-10-25", "0.00", "800.00")
                        .paid("L3", "LATE", "2026-09-24", "2026-10-20T04:00:00Z", "100.00");
            default -> {}
        }
    }

    /** A night whose files are sent, loaded and answered. */
    private Nights.Outcome night(Book book, SmallLoans loans, LocalDate asOf) throws IOException {
        book.after(asOf).later(-3600);
        Map<String, List<String>> feeds = loans.take();
        if (!feeds.isEmpty()) {
            book.deliver(feeds);
        }
        Nights.Outcome night = book.run(asOf);
        assertThat(night.exitCode()).as(asOf.toString()).isEqualTo(ExitCode.DONE);
        assertThat(NightFiles.list(night, "reconciliation.csv"))
                .as(asOf.toString())
                .allMatch(row -> row.contains(",OK,") || row.startsWith("R7,,,,,NOT_CHECKED"));
        excluded.addAll(NightFiles.list(night, "excluded.csv"));
        book.later(1);
        book.moveAll(Reported.State.PREPARED, Reported.State.SENT);
        book.later(1);
        book.moveAll(Reported.State.SENT, Reported.State.ACCEPTED);
        return night;
    }

    /** What its files tell, by account; each record keeps the bureau's rules. */
    private List<String> told(Nights.Outcome night) throws IOException {
        List<String> told = new ArrayList<>();
        LocalDate asOf = night.run().asOf();
        try (Stream<Path> files = Files.walk(night.folder().resolve("pboc"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Filing filing = new Filing(SEGMENT, asOf.plusDays(1).atTime(11, 0));
                for (String line :
                        Files.readAllLines(file, UTF_8).stream().skip(1).toList()) {
                    PbocRecord record =
                            Objects.requireNonNull(PbocXml.parse(line).record());
                    assertThat(RecordRules.check(record, filing)).as(line).isEmpty();
                    if (record.kind() == RecordKind.PERSON_INFO) {
                        persons.add(record.head("Name"));
                    } else if (record.kind() == RecordKind.ACCOUNT || record.kind() == RecordKind.SECTION_CORRECTION) {
                        told.add(words(record));
                    }
                }
            }
        }
        told.sort(null);
        return told;
    }

    private static String words(PbocRecord record) {
        boolean isReport = record.kind() == RecordKind.ACCOUNT;
        SectionKind performance = record.has(SectionKind.NON_MONTHLY) ? SectionKind.NON_MONTHLY : SectionKind.MONTHLY;
        String said = record.head(isReport ? "AcctCode" : "ModRecCode").substring(SEGMENT.length()) + " "
                + record.kind().code() + "/" + record.head(isReport ? "RptDateCode" : "MdfcSgmtCode") + " "
                + record.head("RptDate").substring(5) + " " + record.head("AcctType");
        String month = record.value(performance, "RpyStatus").isEmpty()
                ? ""
                : " " + record.value(performance, "AcctStatus") + record.value(performance, "RpyStatus") + " "
                        + record.value(performance, "TotOverd");
        String line = record.value(SectionKind.CREDIT_LINE, "Mcc");
        String limit = record.value(SectionKind.BASIC_INFO, "AcctCredLine");
        return said
                + month
                + (line.isEmpty() ? "" : " under " + line.substring(SEGMENT.length()))
                + (limit.isEmpty() ? "" : " of " + limit);
    }
}
