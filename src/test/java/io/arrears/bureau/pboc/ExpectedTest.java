package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.due.Lender;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.ReportingCalendar;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bureau must know of an account by a night, by the ledger alone: months are reported two days after their end. */
class ExpectedTest {

    private static final Lender LENDER = Lender.PLAIN.since("2026-03-01").learningLateAfter(8);

    @ParameterizedTest(name = "{8}")
    @CsvSource({
        // night,    opened,     known,      closed,     repaid,     sold,       day,        expected, what it is
        "2026-05-02, 2026-01-05, 2026-01-05, -,          -,          -,          2026-04-30, due,  a month",
        "2026-05-01, 2026-01-05, 2026-01-05, -,          -,          -,          2026-03-31, due,  a month whose day of report is yet to come",
        "2026-05-02, 2026-01-05, 2026-04-30, -,          -,          -,          2026-04-30, due,  the month it was learnt in",
        "2026-05-02, 2026-01-05, 2026-05-01, -,          -,          -,          2026-04-30, none, a month before it was known",
        "2026-04-12, 2026-04-05, 2026-04-12, -,          -,          -,          2026-04-05, due,  an opening learnt in time",
        "2026-04-13, 2026-04-05, 2026-04-13, -,          -,          -,          2026-04-05, none, an opening learnt late",
        "2026-04-04, 2026-04-05, 2026-04-04, -,          -,          -,          2026-04-05, none, an opening of tomorrow",
        "2026-03-02, 2026-01-05, 2026-01-05, -,          -,          -,          2026-02-28, none, a month before the first that is spoken of",
        "2026-04-10, 2026-01-05, 2026-01-05, 2026-04-10, 2026-04-10, -,          2026-04-10, end,  an end",
        "2026-05-01, 2026-01-05, 2026-01-05, 2026-04-30, 2026-04-30, -,          2026-03-31, due,  an end on a month's end that is not reported yet",
        "2026-05-02, 2026-01-05, 2026-01-05, 2026-04-30, 2026-04-30, -,          2026-04-30, end,  the same a day later",
        "2026-05-01, 2026-01-05, 2026-01-05, 2026-05-01, 2026-05-01, -,          2026-03-31, due,  an end behind a month's end that is not reported yet",
        "2026-04-20, 2026-01-05, 2026-04-20, 2026-04-10, 2026-04-10, -,          2026-04-10, end,  an end learnt late",
        "2026-04-20, 2026-01-05, 2026-01-05, -,          2026-04-10, -,          2026-03-31, due,  a charge that is owed",
        "2026-04-20, 2026-01-05, 2026-01-05, -,          -,          2026-04-09, 2026-04-09, end,  a sale",
        "2026-04-20, 2026-01-05, 2026-01-05, 2026-04-08, 2026-04-08, 2026-04-09, 2026-04-08, end,  an end before a sale",
        "2026-04-20, 2026-01-05, 2026-01-05, 2026-02-27, 2026-02-27, -,          2026-02-27, past, an end before the first day that is spoken of",
    })
    void an_account_must_be_known_up_to_its_end_its_last_month_or_its_opening(
            LocalDate night,
            LocalDate opened,
            LocalDate known,
            String closed,
            String repaid,
            String sold,
            LocalDate day,
            String expected,
            String what) {
        AccountView account = new AccountView(
                "loan", Collections.emptyNavigableMap(), opened, day(closed), day(repaid), day(sold), known, false);
        ReportingCalendar.Due due = LENDER.calendar().on(night);
        boolean isEnd = expected.equals("end") || expected.equals("past");
        boolean isDue = expected.equals("due") || expected.equals("end");
        assertThat(LENDER.bureau().expected(account, due))
                .as(what)
                .isEqualTo(new Expectation(day, isEnd, LENDER.from(), isDue));
    }

    /** Where charges alone keep no loan open, it is over since nothing else was owed. */
    @ParameterizedTest
    @CsvSource({"CLOSED, 2026-04-10, true", "OWED, 2026-03-31, false"})
    void a_lender_says_whether_a_charge_keeps_a_loan_open(
            FormatOptions.ChargesLeft left, LocalDate day, boolean isEnd) {
        AccountView account = new AccountView(
                "loan",
                Collections.emptyNavigableMap(),
                day("2026-01-05"),
                null,
                day("2026-04-10"),
                null,
                day("2026-01-05"),
                false);
        Expectation expected = LENDER.choosing(left)
                .bureau()
                .expected(account, LENDER.calendar().on(day("2026-04-20")));
        assertThat(expected).isEqualTo(new Expectation(day, isEnd, LENDER.from(), true));
    }

    private static LocalDate day(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }
}
