package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Meaning.Act;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.lender.LenderFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        LocalDate closedOn = closed.equals("-") ? null : LocalDate.parse(closed);
        AccountView ledger = new AccountView(
                "cash-loan", Collections.emptyNavigableMap(), OPENED, closedOn, closedOn, null, OPENED, false);
        assertThat(reports(reported, ledger).owes(Subject.ACCOUNT, BUREAU.expected(ledger, DUE)))
                .as(what)
                .isEqualTo(owes);
    }

    /** Days are those of records of the contract: opened on 5 August, another limit since 10 October. */
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'',                                                             true,  nothing",
        "contract:2026-08-05 contract:2026-10-10,                        false, the opening and the change",
        "contract:2026-08-05,                                            true,  the opening alone",
        "contract:2026-10-10,                                            true,  the change alone",
        "2026-08-05 2026-10-10,                                          true,  the account's own are none of the contract's",
        "contract:2026-08-05 contract:2026-10-10 contract-taken-back,    true,  what was taken back as a whole tells nothing",
        "contract:2026-08-05 contract:2026-10-10 taken-back,             false, unless it is the account that was",
        "began contract:2026-08-05 contract:2026-10-10,                  false, beside what was on file already",
    })
    void a_contract_owes_a_record_of_each_of_its_days(String reported, boolean owes, String what) {
        Set<LocalDate> days = Set.of(OPENED, LocalDate.of(2026, 10, 10));
        Expectation expected = Expectation.ofDays(LocalDate.of(2026, 10, 10), false, days, true);
        assertThat(reports(reported, null).owes(Subject.CONTRACT, expected))
                .as(what)
                .isEqualTo(owes);
    }

    /** What was on file before we began on 31 October has the contract with it. */
    @ParameterizedTest
    @CsvSource({"began, false", "2026-10-31, true"})
    void what_was_on_file_before_stands_for_the_contract(String reported, boolean owes) {
        LocalDate october = LocalDate.of(2026, 10, 31);
        Expectation expected = Expectation.ofDays(october, false, Set.of(october), true);
        assertThat(reports(reported, null).owes(Subject.CONTRACT, expected)).isEqualTo(owes);
    }

    private static AccountReports reports(String words, @Nullable AccountView ledger) {
        List<Reported> reported = Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AccountReportsTest::reported)
                .toList();
        Reported began = words.startsWith("began") ? reported.get(0) : null;
        return new AccountReports(ledger, reported, began, List.of());
    }

    private static Reported reported(String word) {
        if (word.startsWith("contract")) {
            boolean isTakenBack = word.equals("contract-taken-back");
            LocalDate on = isTakenBack ? LocalDate.of(2026, 11, 30) : LocalDate.parse(word.replaceFirst(".*:", ""));
            Act act = isTakenBack ? Act.RETRACT_ACCOUNT : Act.REPORT;
            return reported(Subject.CONTRACT, act, on, false, Reported.State.SENT);
        }
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
        return reported(Subject.ACCOUNT, act, day, last, state);
    }

    private static Reported reported(Subject whom, Act act, LocalDate day, boolean last, Reported.State state) {
        Meaning meaning = new Meaning(whom, act, Moment.MONTH_END, day, false, last, null);
        return new Reported("210", "30", day, "", Map.of(), meaning, state, null, Reported.Course.UNKNOWN);
    }
}
