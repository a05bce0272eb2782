package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Meaning.Act;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.lender.LenderFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a bureau must have been told of and was not (R1): a loan of August, on the night of 20 December 2026. */
class AccountReportsTest {

    private static final Bureau BUREAU =
            LenderFile.load(Path.of("jobs"), "harbour").bureau("pboc");
    private static final ReportingCalendar.Due DUE = BUREAU.terms().calendar().on(LocalDate.of(2026, 12, 20));
    private static final LocalDate OPENED = LocalDate.of(2026, 8, 5);

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        // what was reported, in its order,                              closed,     owes,  what it is
        "'',                                                             -,          true,  nothing",
        "2026-10-31 2026-11-30,                                          -,          false, every month",
        "2026-10-31,                                                     -,          true,  a month ago",
        "2026-11-30,                                                     -,          false, the last month alone",
        "2026-09-30 2026-11-30,                                          -,          true,  a month in between is missing",
        "2026-11-30 rejected,                                            -,          false, whatever became of it",
        "2026-11-30 taken-back,                                          -,          true,  what was taken back as a whole tells nothing",
        "2026-11-30 taken-back-prepared,                                 -,          false, unless that is not sent yet",
        "2026-11-30 taken-back 2026-11-30,                               -,          false, told anew behind it",
        "2026-11-30 corrected,                                           2026-12-10, true,  a correction is no report of its own",
        "2026-10-31 2026-11-30 2026-12-10,                               2026-12-10, false, its end",
        "began 2026-11-30,                                               -,          false, months before what was on file already",
        "began,                                                          -,          true,  what was on file already is too old",
        "began-ended,                                                    2026-12-10, false, an end that was on file already",
        "began-ended,                                                    -,          true,  an end on file of what is open",
    })
    void an_account_owes_a_record_that_reaches_the_day_and_every_month_before_it(
            String reported, String closed, boolean owes, String what) {
        assertThat(reports(reported, closed.equals("-") ? null : LocalDate.parse(closed), "cash-loan", false)
                        .owes(BUREAU, DUE, true))
                .as(what)
                .isEqualTo(owes);
    }

    @ParameterizedTest
    @CsvSource({"bnpl, false", "cash-loan, true"})
    void what_is_none_of_the_bureaus_is_asked_for_only_where_it_is_listed(String product, boolean isBlocked) {
        AccountReports reports = reports("", null, product, isBlocked);
        assertThat(reports.owes(BUREAU, DUE, true)).isTrue();
        assertThat(reports.owes(BUREAU, DUE, false)).isFalse();
    }

    @Test
    void an_account_that_the_ledger_does_not_have_owes_nothing() {
        assertThat(new AccountReports(null, List.of(), null, List.of()).owes(BUREAU, DUE, true))
                .isFalse();
    }

    private static AccountReports reports(String words, @Nullable LocalDate closed, String product, boolean isBlocked) {
        List<Reported> reported = Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AccountReportsTest::reported)
                .toList();
        Reported began = words.startsWith("began") ? reported.get(0) : null;
        AccountView ledger = new AccountView(product, false, OPENED, closed, closed, null, OPENED, isBlocked);
        return new AccountReports(ledger, reported, began, List.of());
    }

    private static Reported reported(String word) {
        LocalDate day = LocalDate.of(2026, 11, 30);
        return switch (word) {
            case "began" -> reported(Act.REPORT, LocalDate.of(2026, 10, 31), false, Reported.State.ACCEPTED);
            case "began-ended" -> reported(Act.REPORT, LocalDate.of(2026, 10, 31), true, Reported.State.ACCEPTED);
            case "rejected" -> reported(Act.REPORT, day, false, Reported.State.REJECTED);
            case "corrected" -> reported(Act.CORRECT, LocalDate.of(2026, 12, 10), false, Reported.State.SENT);
            case "taken-back" -> reported(Act.RETRACT_ACCOUNT, day, false, Reported.State.SENT);
            case "taken-back-prepared" -> reported(Act.RETRACT_ACCOUNT, day, false, Reported.State.PREPARED);
            default -> reported(Act.REPORT, LocalDate.parse(word), false, Reported.State.SENT);
        };
    }

    private static Reported reported(Act act, LocalDate day, boolean last, Reported.State state) {
        Meaning meaning = new Meaning(Subject.ACCOUNT, act, Moment.MONTH_END, day, false, last, null);
        return new Reported("210", "30", day, "", Map.of(), meaning, state, null, Reported.Course.UNKNOWN);
    }
}
