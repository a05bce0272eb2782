package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who must have been told of to a bureau, by the ledger alone (R1). */
class OwingTest {

    private static final ReportingTerms FURNISHING = new ReportingTerms(
            "pboc",
            ReportingTerms.Environment.PRODUCTION,
            ZoneOffset.UTC,
            LocalDate.of(2026, 3, 1),
            true,
            List.of(),
            new ReportingCalendar(0, 2, 8),
            Set.of("cash"),
            10,
            100,
            30,
            "BEFORE_NEGATIVE");

    @ParameterizedTest(name = "{8}")
    @CsvSource({
        // expected, end, product, opened,    known,      block, taken back, was over, what it is, listed, else
        "2026-04-30, no,  cash, 2026-01-05, 2026-01-05, -,              no,  no,  a month,                      yes, yes",
        "2026-04-05, no,  cash, 2026-04-05, 2026-04-12, -,              no,  no,  an opening learnt in time,    yes, yes",
        "2026-04-05, no,  cash, 2026-04-05, 2026-04-13, -,              no,  no,  an opening learnt late,       no,  no",
        "2026-04-30, no,  cash, 2026-01-05, 2026-05-01, -,              no,  no,  a month before it was known,  no,  no",
        "2026-04-30, no,  cash, 2026-01-05, 2026-04-30, -,              no,  no,  the month it was learnt in,   yes, yes",
        "2026-04-10, yes, cash, 2026-01-05, 2026-05-01, -,              no,  no,  an end learnt late,           yes, yes",
        "2026-04-10, yes, cash, 2026-01-05, 2026-01-05, -,              no,  yes, an end that a baseline shows, no,  no",
        "2026-04-30, no,  cash, 2026-01-05, 2026-01-05, -,              no,  yes, an open one that a baseline has ended, yes, yes",
        "2026-04-30, no,  car,  2026-01-05, 2026-01-05, -,              no,  no,  a product that is not told,   yes, no",
        "2026-04-30, no,  cash, 2026-01-05, 2026-01-05, yes 2026-04-01, no,  no,  a block,                      yes, no",
        "2026-04-30, no,  cash, 2026-01-05, 2026-01-05, no 2026-05-01,  no,  no,  a block lifted before it was taken back, yes, yes",
        "2026-04-30, no,  cash, 2026-01-05, 2026-01-05, no 2026-05-01,  yes, no,  a month that passed under a block,   yes, yes",
        "2026-04-30, no,  cash, 2026-01-05, 2026-01-05, no 2026-04-30,  yes, no,  the month in which it may be told again, yes, yes",
    })
    void an_account_owes_what_it_could_be_told_with(
            LocalDate expected,
            String end,
            String product,
            LocalDate opened,
            LocalDate known,
            String block,
            String takenBack,
            String wasOver,
            String what,
            String whenListed,
            String otherwise) {
        String[] fact = block.split(" ");
        Owing owing = new Owing(
                expected,
                end.equals("yes"),
                product,
                opened,
                known,
                fact.length < 2 ? null : fact[0],
                fact.length < 2 ? null : LocalDate.parse(fact[1]),
                takenBack.equals("yes"),
                wasOver.equals("yes"));
        assertThat(owing.mustBeTold(FURNISHING, true)).as(what).isEqualTo(whenListed.equals("yes"));
        assertThat(owing.mustBeTold(FURNISHING, false)).as(what).isEqualTo(otherwise.equals("yes"));
    }
}
