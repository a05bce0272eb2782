package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.furnish.Reported.State;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told where a lender chooses otherwise of charges left and of what is due on a month's last day, and where it does not. */
class ChoicesNightsTest {

    private static final String DEFAULTS = """
            FEEKEPT    | 08-31 | delinquency      | status=OPEN dpd=0 overdue_total=9.00
            FEEKEPT    | 08-31 | pboc             | RptDate=2026-08-31 RptDateCode=30 AcctStatus=1 AcctBal=9
            LASTDAY    | 08-31 | delinquency      | status=OPEN dpd=0 overdue_total=0.00
            LASTDAY    | 08-31 | due-on-month-end | unpaid=300.00 told=not~overdue
            LASTDAY    | 08-31 | pboc             | RptDate=2026-08-31 RpyStatus=N TotOverd=0
            UNNOTIFIED | 08-31 | due-on-month-end | unpaid=300.00 told=not~overdue
            UNNOTIFIED | 08-31 | pboc             | RptDate=2026-08-31 RpyStatus=N TotOverd=0
            PAIDTHEN   | 09-03 | pboc             | InfRecType=212 RptDate=2026-08-31 RpyStatus=N ActRpyAmt=300
            BELOW      | 08-31 | delinquency      | dpd=11 overdue_total=0.40
            BELOW      | 08-31 | pboc             | RptDate=2026-08-31 RpyStatus=N TotOverd=0 AcctStatus=1
            BELOW      | 08-31 | notices-due      | nothing
            BELOW      | 09-30 | pboc             | RptDate=2026-09-30 RpyStatus=* TotOverd=0
            """;

    private static final String CHOSEN = """
            # nothing but the fee is left since the 20th: closed then, and the fee's payment on 10 September is none of the bureau's
            FEEKEPT    | 08-31 | delinquency      | status=OPEN dpd=0 overdue_total=9.00
            FEEKEPT    | 08-31 | pboc             | RptDate=2026-08-20 RptDateCode=20 AcctStatus=3 AcctBal=0 RpyStatus=C
            FEEKEPT    | 09-12 | delinquency      | status=CLOSED closed_on=2026-09-10
            FEEKEPT    | 09-12 | pboc             | nothing
            FEEKEPT    | 09-30 | pboc             | nothing
            FEELATER   | 09-12 | delinquency      | status=OPEN overdue_total=7.00
            FEELATER   | 09-12 | pboc             | nothing
            FEELATER   | 09-30 | pboc             | nothing
            # due on the last day and unpaid is overdue by a day to the bureau, and to nobody else
            LASTDAY    | 08-31 | delinquency      | status=OPEN dpd=0 overdue_total=0.00
            LASTDAY    | 08-31 | due-on-month-end | unpaid=300.00 told=overdue
            LASTDAY    | 08-31 | pboc             | RptDate=2026-08-31 AcctStatus=2 RpyStatus=1 TotOverd=300
            UNNOTIFIED | 08-31 | due-on-month-end | unpaid=300.00 told=held
            UNNOTIFIED | 08-31 | held             | report_date=2026-08-31 gate=pre-notice
            UNNOTIFIED | 08-31 | notices-due      | notify_before=2026-09-01
            PAIDTHEN   | 08-31 | pboc             | RptDate=2026-08-31 RpyStatus=1 TotOverd=300
            PAIDTHEN   | 09-03 | pboc             | InfRecType=212 RptDate=2026-08-31 RpyStatus=N TotOverd=0 ActRpyAmt=300
            PAIDTHEN   | 09-03 | corrections      | kind=212 report_date=2026-08-31 tag=TotOverd before=300 after=0
            PAIDTHEN   | 09-03 | corrections      | kind=212 report_date=2026-08-31 tag=RpyStatus before=1 after=N
            BELOW      | 08-31 | pboc             | RptDate=2026-08-31 RpyStatus=N TotOverd=0 AcctStatus=1
            BELOW      | 08-31 | notices-due      | nothing
            """;

    @TempDir
    Path folder;

    private static void august(SmallLoans loans) {
        loans.loan("FEEKEPT", "300.00", 1)
                .due("FEEKEPT", 1, "2026-08-20", "300.00", "0.00")
                .entry("FK-1", "FEEKEPT", "FEE", "2026-08-18", "2026-08-18T04:00:00Z", "9.00", "", ",,,")
                .entry(
                        "FK-2",
                        "FEEKEPT",
                        "REPAYMENT",
                        "2026-08-20",
                        "2026-08-20T04:00:00Z",
                        "300.00",
                        "",
                        "300.00,0.00,0.00,0.00");
        loans.loan("FEELATER", "300.00", 1)
                .due("FEELATER", 1, "2026-08-20", "300.00", "0.00")
                .paid("FL-1", "FEELATER", "2026-08-20", "300.00");
        for (String account : List.of("LASTDAY", "UNNOTIFIED", "PAIDTHEN")) {
            loans.loan(account, "600.00", 2)
                    .due(account, 1, "2026-08-31", "300.00", "0.00")
                    .due(account, 2, "2026-12-20", "300.00", "0.00");
        }
        loans.notified("LASTDAY", "2026-08-31").notified("PAIDTHEN", "2026-08-31");
        loans.loan("BELOW", "600.00", 2)
                .due("BELOW", 1, "2026-08-20", "300.40", "0.00")
                .due("BELOW", 2, "2026-12-20", "299.60", "0.00")
                .paid("BW-1", "BELOW", "2026-08-20", "300.00");
    }

    /** What comes before a night. */
    private static SmallLoans before(String night) {
        SmallLoans loans = new SmallLoans();
        switch (night) {
            case "08-31" -> august(loans);
            case "09-03" -> loans.paid("PT-1", "PAIDTHEN", "2026-08-31", "2026-09-03T02:00:00Z", "300.00");
            case "09-12" ->
                loans.paid("FK-3", "FEEKEPT", "2026-09-10", "9.00")
                        .entry("FL-2", "FEELATER", "FEE", "2026-09-11", "2026-09-11T04:00:00Z", "7.00", "", ",,,")
                        .paid("LD-1", "LASTDAY", "2026-09-05", "300.00");
            default -> {}
        }
        return loans;
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void by_default_a_charge_is_owed_and_nobody_is_overdue_on_the_day_itself(Databases kind) {
        require(DEFAULTS, nights(kind, "default", false, false));
    }

    /** The one book assesses what has changed and is cut off each night, the other assesses all and never is. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void with_both_choices_nights_cut_off_and_nights_of_all_tell_the_same(Databases kind) {
        String[] choices = {"from: 2026-08-01", "from: 2026-08-01\n    charges-left: closed\n    due-on-last-day: 1"};
        Map<String, Map<String, String>> cut = nights(kind, "cut", false, true, choices);
        require(CHOSEN, cut);
        Map<String, Map<String, String>> whole = nights(kind, "whole", true, false, choices);
        cut.forEach((night, files) -> {
            assertThat(files.keySet()).as(night).isEqualTo(whole.get(night).keySet());
            files.forEach((name, text) -> {
                if (!name.equals("reconciliation.csv")) { // R6 and R5 look at as much as the night did
                    assertThat(text)
                            .as("%s of %s", name, night)
                            .isEqualTo(whole.get(night).get(name));
                }
            });
        });
    }

    private static void require(String table, Map<String, Map<String, String>> nights) {
        table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .forEach(row -> new NightFiles(nights.get(row.get(1))).require(row.get(0), row.get(2), row.get(3)));
    }

    private Map<String, Map<String, String>> nights(
            Databases kind, String name, boolean full, boolean isCut, String... policy) {
        Map<String, Map<String, String>> nights = new LinkedHashMap<>();
        try (Book book =
                Book.on(kind, folder.resolve(name)).full(full).policy(policy).open()) {
            for (String day : List.of("08-31", "09-03", "09-12", "09-30")) {
                LocalDate asOf = LocalDate.parse("2026-" + day);
                book.after(asOf).later(-3600);
                Map<String, List<String>> feeds = before(day).take();
                if (!feeds.isEmpty()) {
                    book.deliver(feeds);
                }
                Nights.Outcome night = isCut ? resumed(book, asOf) : book.run(asOf);
                assertThat(NightFiles.list(night, "reconciliation.csv"))
                        .as("%s %s", name, day)
                        .allMatch(row -> row.contains(",OK,") || row.startsWith("R7,,,,,NOT_CHECKED"));
                assertThat(night.exitCode()).as("%s %s", name, day).isEqualTo(ExitCode.DONE);
                nights.put(day, NightFiles.in(night.folder()));
                book.later(1);
                book.moveAll(State.PREPARED, State.SENT);
            }
        }
        return nights;
    }

    /** Cut off where the bureau's records are made. */
    private static Nights.Outcome resumed(Book book, LocalDate asOf) {
        book.jdbc.execute("ALTER TABLE pending RENAME TO pending_gone");
        refused(ExitCode.FAILED, "", () -> book.run(asOf));
        book.jdbc.execute("ALTER TABLE pending_gone RENAME TO pending");
        book.later(30);
        return book.application.nights().restart(null).get(0);
    }
}
