package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** L19: what a loan costs in all, reckoned by hand, against a cap of 24 % a year. */
class L19AllInCostTest {

    private static final Policy DAYS =
            policy().costing("24", DayCount.ACTUAL_365).build();
    private static final Policy MONTHS =
            policy().costing("24", DayCount.THIRTY_360).build();
    private static final Policy CENT =
            policy().costing("24", DayCount.ACTUAL_365).tolerance("CNY", 100).build();
    /** 0.0005 a day is 18.25 % a year on what is overdue. */
    private static final Policy ACCRUING = policy().costing("24", DayCount.ACTUAL_365)
            .accrues("0.0005", Policy.AccrualBase.PRINCIPAL)
            .build();

    private record Row(String what, Loans loan, Policy policy, String on, String figure, boolean beyond) {}

    /** 1000.00 for the 365 days of 2026. */
    private static Loans year(long interest) {
        return loan().opened("2026-01-01").due(1, 1, "2027-01-01", 1000_00, interest);
    }

    private static Components fee(long fee) {
        return new Components(0, 0, fee, 0);
    }

    static final List<Row> ROWS = List.of(
            // 240 x 365 x 100 / (1000 x 365)
            new Row("exactly the cap", year(240_00), DAYS, "2026-06-30", "24.00", false),
            new Row("one cent over", year(240_01), DAYS, "2026-06-30", "24.01", true),
            new Row("a day old, and its end as agreed", year(240_00), DAYS, "2026-01-02", "24.00", false),
            new Row("on the day of its opening", year(240_01), DAYS, "2026-01-01", "24.01", true),
            new Row("not opened yet", year(240_01), DAYS, "2025-12-01", "24.01", true),
            // 366 days from 2028-01-01: 240.65 x 36500 / 366000 = 23.9993; 240.66 gives 24.0003
            new Row("a leap year is a day longer", leap(240_65), DAYS, "2028-06-30", "24.00", false),
            new Row("and a cent more is over", leap(240_66), DAYS, "2028-06-30", "24.01", true),
            new Row("by months it is a year as any other", leap(240_00), MONTHS, "2028-06-30", "24.00", false),
            // 2 % a month of 1000, 500: 30 in all; 28 x 1000 + 31 x 500 days by the day, 30 x 1000 + 30 x 500 by the
            // month
            new Row("2 % a month by the month", monthly(), MONTHS, "2026-02-02", "24.00", false),
            new Row("and by the day, with a short month", monthly(), DAYS, "2026-02-02", "25.18", true),
            // charges posted
            new Row(
                    "a fee of one cent beside",
                    year(240_00).fee("f", "2026-03-01", 1),
                    DAYS,
                    "2026-06-30",
                    "24.01",
                    true),
            new Row(
                    "from the day it is known, due or not",
                    year(240_00).fee("f", "2026-09-01", 1),
                    DAYS,
                    "2026-06-30",
                    "24.01",
                    true),
            new Row(
                    "damages count as well",
                    year(240_00).entry("d", EntryType.DAMAGES, "2026-03-01", 1),
                    DAYS,
                    "2026-06-30",
                    "24.01",
                    true),
            new Row(
                    "penalty counts as well",
                    year(240_00).penalty("p", "2026-03-01", 1),
                    DAYS,
                    "2026-06-30",
                    "24.01",
                    true),
            new Row(
                    "waived again",
                    year(240_00).fee("f", "2026-03-01", 5_00).waived("w", "2026-04-01", fee(5_00)),
                    DAYS,
                    "2026-06-30",
                    "24.00",
                    false),
            new Row(
                    "the day before it is waived",
                    year(240_00).fee("f", "2026-03-01", 5_00).waived("w", "2026-04-01", fee(5_00)),
                    DAYS,
                    "2026-03-31",
                    "24.50",
                    true),
            new Row(
                    "waived but for a cent",
                    year(240_00).fee("f", "2026-03-01", 5_00).waived("w", "2026-04-01", fee(4_99)),
                    DAYS,
                    "2026-06-30",
                    "24.01",
                    true),
            // What was paid then pays interest that was charged anyway
            new Row(
                    "a fee paid, reversed and what was paid put to the loan",
                    year(240_00)
                            .fee("f", "2026-03-01", 5_00)
                            .paid("e", "2026-04-01", 5_00)
                            .reversed("r", "f", "2026-05-01", 5_00),
                    DAYS,
                    "2026-06-30",
                    "24.00",
                    false),
            // 245 x 36500 / 365000
            new Row(
                    "a fee refunded after the loan was paid",
                    year(240_00)
                            .fee("f", "2026-03-01", 5_00)
                            .paid("e", "2027-01-01", 1245_00)
                            .reversed("r", "f", "2027-02-01", 5_00)
                            .refund("b", "2027-02-01", 5_00),
                    DAYS,
                    "2027-02-01",
                    "24.00",
                    false),
            new Row(
                    "and not refunded",
                    year(240_00).fee("f", "2026-03-01", 5_00).paid("e", "2027-01-01", 1245_00),
                    DAYS,
                    "2027-02-01",
                    "24.50",
                    true),
            // Overdue principal is outstanding: 240 + 1 over 366 days is 24.0343, over 367 days 23.9688
            new Row("a day late", year(240_00).fee("f", "2027-01-01", 1_00), DAYS, "2027-01-02", "24.04", true),
            new Row("two days late", year(240_00).fee("f", "2027-01-01", 1_00), DAYS, "2027-01-03", "23.97", false),
            // 240 + 0.0005 x 1000 x 10 = 245 over 375 days
            new Row("with what accrued", year(240_00), ACCRUING, "2027-01-11", "23.85", false),
            // Half of it paid on the 182nd day: 1000 x 182 + 500 x 183 = 273500 days; 240 x 36500 / 273500 = 32.0293
            new Row("prepaid in part, for all the interest", prepaid(), DAYS, "2026-07-02", "32.03", true),
            // A payoff of 1000 with 20.00 for 31 days: 20 x 36500 / 31000 = 23.5484
            new Row("prepaid, and the interest with it", payoff(20_00), DAYS, "2026-03-01", "23.55", false),
            new Row("prepaid, with 20.39 for 31 days", payoff(20_39), DAYS, "2026-03-01", "24.01", true),
            // 1000 for one day: 0.65 is 23.725, 0.66 is 24.09
            new Row("paid back the day it was opened is a day", sameDay(65), DAYS, "2026-01-01", "23.73", false),
            new Row("and dear", sameDay(66), DAYS, "2026-01-01", "24.09", true),
            new Row(
                    "no principal, no charge",
                    loan().opened("2026-01-01").due(1, "2026-02-01", 0),
                    DAYS,
                    "2026-01-10",
                    "-",
                    false),
            new Row(
                    "no principal, but a charge",
                    loan().opened("2026-01-01").due(1, 1, "2026-02-01", 0, 1),
                    DAYS,
                    "2026-01-10",
                    "-",
                    true),
            // 100 within tolerance stays behind for ever, and is not outstanding after it was due: 365 days
            new Row(
                    "a rest within tolerance",
                    year(240_00).paid("e", "2027-01-01", 1239_00),
                    CENT,
                    "2029-01-01",
                    "24.00",
                    false),
            new Row("0 decimals, exactly", in("JPY", 1_000, 240), DAYS, "2026-06-30", "24.00", false),
            new Row("0 decimals, one over", in("JPY", 1_000, 241), DAYS, "2026-06-30", "24.10", true),
            new Row("3 decimals, exactly", in("KWD", 1_000_000, 240_000), DAYS, "2026-06-30", "24.00", false),
            new Row("3 decimals, one over", in("KWD", 1_000_000, 240_001), DAYS, "2026-06-30", "24.01", true),
            // Version 2 of 500 for half a year more: 181 days of 1000, then 500 until 2027-07-01 (365 days); 100 + 60
            // paid or owed
            new Row("a later version, and what was paid before", restructured(), DAYS, "2026-08-01", "16.07", false));

    private static Loans leap(long interest) {
        return loan().opened("2028-01-01").due(1, 1, "2029-01-01", 1000_00, interest);
    }

    private static Loans monthly() {
        return loan().opened("2026-02-01")
                .due(1, 1, "2026-03-01", 500_00, 20_00)
                .due(1, 2, "2026-04-01", 500_00, 10_00);
    }

    private static Loans prepaid() {
        return year(240_00).split("e", "2026-07-02", new Components(500_00, 0, 0, 0));
    }

    private static Loans payoff(long interest) {
        return year(240_00)
                .due(2, 1, "2026-02-01", 1000_00, interest)
                .agreed("a", AgreementType.PAYOFF, "2026-02-01", noon("2026-01-31"), 2)
                .paid("e", "2026-02-01", 1000_00 + interest);
    }

    private static Loans sameDay(long interest) {
        return loan().opened("2026-01-01")
                .due(1, 1, "2026-01-01", 1000_00, interest)
                .paid("e", "2026-01-01", 1000_00 + interest);
    }

    private static Loans in(String currency, long principal, long interest) {
        return loan().in(currency).opened("2026-01-01").due(1, 1, "2027-01-01", principal, interest);
    }

    private static Loans restructured() {
        return loan().opened("2026-01-01")
                .due(1, 1, "2026-07-01", 500_00, 100_00)
                .due(1, 2, "2027-01-01", 500_00, 100_00)
                .paid("e", "2026-07-01", 600_00)
                .due(2, 1, "2027-07-01", 500_00, 60_00)
                .agreed("a", AgreementType.EXTENSION, "2026-07-02", noon("2026-07-01"), 2);
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void it_is_reckoned_over_the_whole_life(Row row) {
        LocalDate on = day(row.on());
        AllInCost cost =
                Timeline.of(row.loan().facts(), row.policy(), on).cost().orElseThrow();
        assertThat(cost.percent().map(Object::toString).orElse("-") + " " + cost.isBeyond())
                .as(row.what())
                .isEqualTo(row.figure() + " " + row.beyond());
        assertThat(row.loan().reviewed(row.on(), row.policy()).contains("COST_BEYOND_CAP L1"))
                .as("listed: " + row.what())
                .isEqualTo(row.beyond());
    }

    @Test
    void a_loan_that_the_cap_does_not_bind_is_not_reckoned() {
        Policy since = policy().costing("24", DayCount.ACTUAL_365, "2026-01-02").build();
        assertThat(Timeline.of(year(500_00).facts(), since, day("2026-06-30")).cost())
                .isEmpty();
        assertThat(Timeline.of(year(500_00).opened("2026-01-02").facts(), since, day("2026-06-30"))
                        .cost())
                .isPresent();
        assertThat(Timeline.of(year(500_00).facts(), Loans.PLAIN, day("2026-06-30"))
                        .cost())
                .isEmpty();
        assertThat(Timeline.of(loan().fee("f", "2026-01-01", 1).facts(), DAYS, day("2026-06-30"))
                        .cost())
                .isEmpty();
    }

    @Test
    void a_line_is_not_reckoned() {
        Lines line = Lines.line("""
                d1 draw 01-05 1000
                s1 bill 01-31 02-20 100/900 1000
                """).under(DAYS);
        assertThat(Timeline.of(line.facts(), DAYS, day("2026-03-01")).cost()).isEmpty();
        assertThat(Assessment.assess(line.facts(), DAYS, day("2026-03-01")).reviews())
                .noneMatch(review -> review.code() == ReviewCode.COST_BEYOND_CAP);
    }

    /** Incremental = full: until the day that its standing names, an account that nobody touched has the same answer. */
    @Test
    void the_standing_names_the_day_on_which_the_answer_can_be_another() {
        int crossed = 0;
        for (int seed = 0; seed < 400; seed++) {
            Loans loan = random(new Random(seed));
            Policy policy = seed % 3 == 0 ? ACCRUING : seed % 3 == 1 ? DAYS : MONTHS;
            LocalDate day = day("2026-01-01");
            LocalDate last = day("2027-06-30");
            Standing kept = Assessment.assess(loan.facts(), policy, day);
            while (day.isBefore(last)) {
                day = day.plusDays(1);
                Standing fresh = Assessment.assess(loan.facts(), policy, day);
                boolean wakes = kept.wakesOn() != null && !kept.wakesOn().isAfter(day);
                assertThat(wakes || kept.equals(fresh))
                        .as("seed %s on %s", seed, day)
                        .isTrue();
                crossed += kept.reviews().size() == fresh.reviews().size() ? 0 : 1;
                kept = wakes ? fresh : kept;
            }
        }
        assertThat(crossed).as("answers that changed").isGreaterThan(50);
    }

    private static Loans random(Random random) {
        Loans loan = loan().opened("2026-01-01");
        int terms = 1 + random.nextInt(6);
        for (int i = 1; i <= terms; i++) {
            loan.due(1, i, day("2026-01-15").plusMonths(i).toString(), 100_00, 2_00 + random.nextInt(800));
        }
        int entries = random.nextInt(6);
        for (int i = 0; i < entries; i++) {
            String on = day("2026-01-01").plusDays(random.nextInt(400)).toString();
            if (random.nextBoolean()) {
                loan.paid("e" + i, on, 1 + random.nextInt(200_00));
            } else {
                loan.fee("f" + i, on, 1 + random.nextInt(10_00));
            }
        }
        return loan;
    }

    @Test
    void a_rate_in_no_table_is_listed_where_it_accrues_on_a_loan_that_is_asked_for_one() {
        Policies accruing = policy().accrues("0.0005", Policy.AccrualBase.PRINCIPAL);
        Policy undisclosed = accruing.disclosed(null, "2026-08-01").build();
        Loans asked = loan().opened("2026-08-01").due(1, "2026-09-01", 1000_00);
        assertThat(asked.reviewed("2026-09-02", undisclosed)).isEqualTo("RATE_UNDISCLOSED L1");
        assertThat(asked.reviewed("2026-09-01", undisclosed))
                .as("nothing accrues")
                .isEmpty();
        assertThat(loan().opened("2026-07-31").due(1, "2026-09-01", 1000_00).reviewed("2026-09-02", undisclosed))
                .as("opened the day before")
                .isEmpty();
        assertThat(asked.reviewed(
                        "2026-09-02",
                        accruing.disclosed("table 3", "2026-08-01").build()))
                .as("in a table")
                .isEmpty();
    }
}
