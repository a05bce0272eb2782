package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.RollForward.Day;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.FactsAtCutoffs;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R3: why an account's overdue amount moved from 31 March to 10 April, worked by hand. */
class RollForwardTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final LocalDate TONIGHT = LocalDate.of(2026, 4, 10);

    /** 100 overdue since 10 March, 100 more due on 5 April. */
    private static Loans owing() {
        return loan().due(1, "2026-03-10", 100).due(2, "2026-04-05", 100).due(3, "2026-05-05", 100);
    }

    private static Optional<Movements> moved(@Nullable Loans before, Loans now) {
        return moved(before, now, PLAIN, PLAIN);
    }

    private static Optional<Movements> moved(@Nullable Loans before, Loans now, Policy policyBefore, Policy policy) {
        AccountFacts known = before == null ? null : before.facts();
        return new RollForward(new Day(LAST, policyBefore), new Day(TONIGHT, policy), true)
                .of(new FactsAtCutoffs(known, now.facts()), null, Assessment.assess(now.facts(), policy, TONIGHT));
    }

    private static void assertMoved(
            Optional<Movements> moved, long opening, Map<Movement, Long> amounts, long closing) {
        Movements movements = moved.orElseThrow();
        assertThat(movements.opening()).isEqualTo(opening);
        assertThat(movements.amounts()).isEqualTo(amounts);
        assertThat(movements.closing()).isEqualTo(closing);
    }

    @Test
    void days_alone_make_an_instalment_past_due() {
        assertMoved(moved(owing(), owing()), 100, Map.of(Movement.NEWLY_DUE, 100L), 200);
    }

    @Test
    void nothing_moves_while_nothing_falls_due() {
        Loans paid = loan().due(1, "2026-03-10", 100).due(2, "2026-04-10", 100);
        assertThat(moved(paid, paid)).isEmpty();
    }

    @Test
    void an_account_of_an_unknown_or_a_younger_loan_is_boarded_whole() {
        Loans younger = owing().opened("2026-04-01");
        assertMoved(moved(null, owing()), 0, Map.of(Movement.BOARDED, 200L), 200);
        assertMoved(moved(younger, younger), 0, Map.of(Movement.BOARDED, 200L), 200);
    }

    @Test
    void on_a_first_night_all_is_boarded() {
        RollForward first = new RollForward(null, new Day(TONIGHT, PLAIN), true);
        assertMoved(
                first.of(new FactsAtCutoffs(owing().facts(), owing().facts()), null, owing().on("2026-04-10")),
                0,
                Map.of(Movement.BOARDED, 200L),
                200);
    }

    @Test
    void a_payment_takes_from_what_fell_due_before_it() {
        Loans paid = owing().paid("p", "2026-04-08", 130);
        assertMoved(moved(owing(), paid), 100, Map.of(Movement.NEWLY_DUE, 100L, Movement.PAID, -130L), 70);
    }

    @Test
    void what_was_paid_ahead_of_its_due_date_never_fell_due() {
        Loans paid = owing().paid("p", "2026-03-20", 150);
        assertMoved(moved(paid, paid), 0, Map.of(Movement.NEWLY_DUE, 50L), 50);
    }

    @Test
    void each_kind_of_entry_moves_its_own_part() {
        Loans before = owing().paid("p", "2026-03-20", 60);
        Loans now = owing().paid("p", "2026-03-20", 60)
                .fee("f", "2026-04-01", 5)
                .penalty("q", "2026-04-02", 3)
                .reversed("r", "p", "2026-04-03", 60)
                .entry("w", EntryType.WAIVER, "2026-04-09", 20)
                .entry("c", EntryType.RECOVERY, "2026-04-09", 7);
        assertMoved(
                moved(before, now),
                40,
                Map.of(
                        Movement.NEWLY_DUE, 100L,
                        Movement.CHARGES, 8L,
                        Movement.REVERSED, 60L,
                        Movement.WAIVED, -20L,
                        Movement.PAID, -7L),
                181);
    }

    @Test
    void a_payment_that_came_back_before_it_was_heard_moves_nothing() {
        Loans now = owing().paid("p", "2026-04-01", 60).reversed("r", "p", "2026-04-03", 60);
        assertMoved(moved(owing(), now), 100, Map.of(Movement.NEWLY_DUE, 100L), 200);
    }

    @Test
    void a_payment_of_the_past_is_paid_when_it_is_heard() {
        Loans now = owing().paid("p", "2026-03-15", 30);
        assertMoved(moved(owing(), now), 100, Map.of(Movement.NEWLY_DUE, 100L, Movement.PAID, -30L), 170);
    }

    @Test
    void what_was_known_ahead_comes_on_its_day() {
        Loans known = owing().paid("p", "2026-04-08", 130)
                .fee("f", "2026-04-10", 5)
                .due(2, 1, "2026-06-05", 75, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-04-09", noon("2026-03-30"), 2);
        assertMoved(moved(known, known), 100, Map.of(Movement.NEWLY_DUE, 100L, Movement.SCHEDULE, -200L), 0);
        Loans paid = owing().paid("p", "2026-04-08", 130).fee("f", "2026-04-09", 5);
        assertMoved(
                moved(paid, paid),
                100,
                Map.of(Movement.NEWLY_DUE, 100L, Movement.CHARGES, 5L, Movement.PAID, -130L),
                75);
    }

    @Test
    void a_schedule_known_ahead_comes_on_its_day() {
        Loans known = owing().due(2, 1, "2026-06-05", 300, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-04-06", noon("2026-03-30"), 2);
        assertMoved(moved(known, known), 100, Map.of(Movement.NEWLY_DUE, 100L, Movement.SCHEDULE, -200L), 0);
    }

    @Test
    void an_instalment_of_another_form_is_a_correction_beside_others_that_are_new() {
        Loans before = loan().due(1, "2026-03-10", 100).due(2, "2026-03-15", 50);
        Loans now = loan().due(1, "2026-03-10", 100).due(2, "2026-03-15", 40).due(3, "2026-03-20", 7);
        assertMoved(moved(before, now), 150, Map.of(Movement.CORRECTIONS, -10L, Movement.SCHEDULE, 7L), 147);
    }

    @Test
    void a_row_of_another_form_is_a_correction() {
        Loans before = owing().paid("p", "2026-03-20", 60);
        Loans now = owing().paid("p", "2026-03-20", 45);
        assertMoved(moved(before, now), 40, Map.of(Movement.CORRECTIONS, 15L, Movement.NEWLY_DUE, 100L), 155);
    }

    @Test
    void a_new_schedule_moves_what_it_puts_off() {
        Loans now = owing().due(2, 1, "2026-06-05", 300, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-04-06", noon("2026-04-06"), 2);
        assertMoved(moved(owing(), now), 100, Map.of(Movement.NEWLY_DUE, 100L, Movement.SCHEDULE, -200L), 0);
    }

    @Test
    void a_rest_that_comes_to_lie_within_tolerance_counts_no_more() {
        Policy tolerant = policy().tolerance("CNY", 5).build();
        Loans now = owing().paid("p", "2026-04-08", 96);
        assertMoved(
                moved(owing(), now, tolerant, tolerant),
                100,
                Map.of(Movement.NEWLY_DUE, 100L, Movement.PAID, -96L, Movement.TOLERANCE, -4L),
                100);
    }

    @Test
    void another_policy_moves_the_opening() {
        Policy tolerant = policy().tolerance("CNY", 5).build();
        Loans small = loan().due(1, "2026-03-10", 4).due(2, "2026-05-05", 100);
        assertMoved(moved(small, small, tolerant, PLAIN), 0, Map.of(Movement.POLICY, 4L), 4);
    }

    @Test
    void of_a_closed_account_nothing_is_overdue() {
        Policy tolerant = policy().tolerance("CNY", 5).build();
        Loans before = loan().due(1, "2026-03-10", 100).fee("f", "2026-03-12", 3);
        Loans now = loan().due(1, "2026-03-10", 100).fee("f", "2026-03-12", 3).paid("p", "2026-04-08", 100);
        assertMoved(
                moved(before, now, tolerant, tolerant), 103, Map.of(Movement.PAID, -100L, Movement.TOLERANCE, -3L), 0);
    }

    @Test
    void no_penalty_is_counted_where_one_accrues() {
        Policy accruing =
                policy().accrues("0.001", Policy.AccrualBase.PRINCIPAL).build();
        Loans now = owing().penalty("q", "2026-04-02", 3).fee("f", "2026-04-02", 4);
        assertMoved(
                moved(owing(), now, accruing, accruing),
                100,
                Map.of(Movement.NEWLY_DUE, 100L, Movement.CHARGES, 4L),
                204);
        assertMoved(moved(now, now, accruing, PLAIN), 100, Map.of(Movement.NEWLY_DUE, 100L, Movement.CHARGES, 4L), 204);
    }

    @Test
    void an_account_that_other_rules_published_opens_with_what_they_published() {
        Standing published = owing().on("2026-03-05");
        RollForward rollForward = new RollForward(new Day(LAST, PLAIN), new Day(TONIGHT, PLAIN), false);
        assertMoved(
                rollForward.of(
                        new FactsAtCutoffs(owing().facts(), owing().facts()), published, owing().on("2026-04-10")),
                0,
                Map.of(Movement.POLICY, 100L, Movement.NEWLY_DUE, 100L),
                200);
    }

    /** Whatever was heard in between, both ends are what the two nights list. */
    @Test
    void both_ends_are_what_the_two_nights_assess() {
        LongStream.range(0, 4000).forEach(seed -> {
            NastyLoan loan = NastyLoan.of(seed);
            SplittableRandom random = new SplittableRandom(seed);
            AccountFacts all = loan.facts();
            AccountFacts known = new AccountFacts(
                    all.account(),
                    all.instalments(),
                    all.entries().stream()
                            .filter(entry -> random.nextInt(3) > 0)
                            .toList(),
                    all.agreements().stream()
                            .filter(agreement -> random.nextInt(3) > 0)
                            .toList(),
                    all.classFacts());
            LocalDate last = NastyLoan.OPENED.plusDays(random.nextInt(120));
            LocalDate tonight = last.plusDays(random.nextInt(40));
            Optional<Movements> moved = new RollForward(
                            new Day(last, loan.policy()), new Day(tonight, loan.policy()), true)
                    .of(new FactsAtCutoffs(known, all), null, Assessment.assess(all, loan.policy(), tonight));
            long opening = overdue(known, loan.policy(), last);
            long closing = overdue(all, loan.policy(), tonight);
            assertThat(moved.map(Movements::closing).orElse(opening))
                    .as("seed " + seed)
                    .isEqualTo(closing);
            assertThat(moved.map(Movements::opening).orElse(closing))
                    .as("seed " + seed)
                    .isEqualTo(opening);
            moved.ifPresent(movements -> {
                assertThat(movements.opening()
                                + movements.amounts().values().stream()
                                        .mapToLong(amount -> amount)
                                        .sum())
                        .as("seed " + seed)
                        .isEqualTo(closing);
                boolean onlyPayments = known.agreements().equals(all.agreements())
                        && all.agreements().stream()
                                .noneMatch(agreement -> agreement.effectiveOn().isAfter(last))
                        && all.entries().stream()
                                .filter(entry -> !known.entries().contains(entry)
                                        || entry.valueOn().isAfter(last))
                                .map(Entry::type)
                                .allMatch(EntryType.REPAYMENT::equals);
                if (onlyPayments) {
                    assertThat(movements.of(Movement.PAID)).as("seed " + seed).isNotPositive();
                    assertThat(movements.amounts().keySet())
                            .as("seed " + seed)
                            .isSubsetOf(Movement.NEWLY_DUE, Movement.PAID, Movement.TOLERANCE);
                }
            });
        });
    }

    @Test
    void an_account_that_did_not_wake_has_not_moved() {
        LongStream.range(0, 4000).forEach(seed -> {
            NastyLoan loan = NastyLoan.of(seed);
            SplittableRandom random = new SplittableRandom(seed);
            LocalDate last = NastyLoan.OPENED.plusDays(random.nextInt(120));
            LocalDate tonight = last.plusDays(random.nextInt(20));
            RollForward rollForward =
                    new RollForward(new Day(last, loan.policy()), new Day(tonight, loan.policy()), true);
            FactsAtCutoffs nothing = new FactsAtCutoffs(loan.facts(), loan.facts());
            Standing before = Assessment.assess(loan.facts(), loan.policy(), last);
            Standing after = Assessment.assess(loan.facts(), loan.policy(), tonight);
            assertThat(rollForward.of(nothing, before, after))
                    .as("seed " + seed)
                    .isEqualTo(rollForward.of(nothing, null, after));
        });
    }

    private static long overdue(AccountFacts facts, Policy policy, LocalDate day) {
        Standing standing = Assessment.assess(facts, policy, day);
        return standing.isClosed()
                ? 0
                : Delinquency.on(day, standing, policy).overdue().total();
    }
}
