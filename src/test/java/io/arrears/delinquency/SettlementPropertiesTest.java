package io.arrears.delinquency;

import static java.time.temporal.ChronoUnit.MONTHS;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Instalment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of every settlement day, over a few thousand nasty loans; a failure names the seed. */
class SettlementPropertiesTest {

    private static final LocalDate OPENED = NastyLoan.OPENED;

    private static void forEachLoan(int count, Consumer<NastyLoan> check) {
        LongStream.range(0, count).mapToObj(NastyLoan::of).forEach(check);
    }

    private static LocalDate someDay(NastyLoan loan) {
        return OPENED.plusDays(new Random(loan.seed()).nextInt(240));
    }

    private static Settlement settle(NastyLoan loan, LocalDate day) {
        return Settlement.on(loan.facts(), loan.policy(), day);
    }

    private static String about(NastyLoan loan, LocalDate day) {
        return "seed " + loan.seed() + " on " + day;
    }

    @Test
    void standing_and_figures_are_those_of_the_assessment() {
        forEachLoan(5000, loan -> {
            LocalDate day = someDay(loan);
            Settlement settlement = settle(loan, day);
            Standing standing = Assessment.assess(loan.facts(), loan.policy(), day);
            assertThat(settlement.standing()).as(about(loan, day)).isEqualTo(standing);
            assertThat(settlement.figures())
                    .as(about(loan, day))
                    .isEqualTo(Delinquency.on(day, standing, loan.policy()));
        });
    }

    @Test
    void the_end_of_the_last_episode_is_what_assessing_every_day_from_the_opening_gives() {
        forEachLoan(2000, loan -> {
            boolean inEpisode = false;
            LocalDate ended = null;
            for (LocalDate day = OPENED; day.isBefore(OPENED.plusDays(230)); day = day.plusDays(1)) {
                boolean reported = new NaiveBook(loan.facts(), loan.policy(), day).reported();
                ended = reported ? null : inEpisode ? day : ended;
                inEpisode = reported;
                assertThat(settle(loan, day).episodeEndedOn())
                        .as(about(loan, day))
                        .isEqualTo(ended);
            }
        });
    }

    @Test
    void what_was_due_and_paid_is_what_the_facts_and_one_days_books_say() {
        forEachLoan(5000, loan -> {
            LocalDate day = someDay(loan);
            NaiveBook book = new NaiveBook(loan.facts(), loan.policy(), day);
            Set<String> reversed = NaiveBook.reversed(loan.facts().entries(), day);
            Settlement settlement = settle(loan, day);
            assertThat(settlement.dueInMonth())
                    .as(about(loan, day))
                    .isEqualTo(loan.facts().instalments().stream()
                            .filter(instalment -> instalment.version() == book.version)
                            .filter(instalment -> inMonth(dueOn(instalment, loan.policy()), day))
                            .mapToLong(instalment -> instalment.owed().total())
                            .sum());
            assertThat(settlement.paidInMonth())
                    .as(about(loan, day))
                    .isEqualTo(loan.facts().entries().stream()
                            .filter(entry -> entry.type().isPayment() && inMonth(entry.valueOn(), day))
                            .filter(entry -> !reversed.contains(entry.id()))
                            .mapToLong(Entry::amount)
                            .sum());
            assertThat(settlement.instalmentsToCome())
                    .as(about(loan, day))
                    .isEqualTo(book.lines.stream()
                            .filter(line -> !line.charge() && line.due().isAfter(day) && line.total() > 0)
                            .count());
        });
    }

    @Test
    void months_later_compares_the_versions_of_the_day_and_of_the_last_of_the_month_before() {
        forEachLoan(5000, loan -> {
            LocalDate day = someDay(loan);
            LocalDate before = day.withDayOfMonth(1).minusDays(1);
            assertThat(settle(loan, day).monthsLater()).as(about(loan, day)).isEqualTo((int)
                    MONTHS.between(lastDue(loan, before), lastDue(loan, day)));
        });
    }

    private static YearMonth lastDue(NastyLoan loan, LocalDate day) {
        return new NaiveBook(loan.facts(), loan.policy(), day)
                .lines.stream()
                        .filter(line -> !line.charge())
                        .map(line -> YearMonth.from(line.due()))
                        .max(naturalOrder())
                        .orElseThrow();
    }

    private static LocalDate dueOn(Instalment instalment, Policy policy) {
        return policy.dueDate(instalment.dueOn());
    }

    private static boolean inMonth(LocalDate date, LocalDate day) {
        return !date.isAfter(day) && YearMonth.from(date).equals(YearMonth.from(day));
    }

    /** Of loans that keep their version: a new one does not know when earlier money came. */
    @Test
    void paid_late_is_what_the_books_without_the_money_that_came_after_the_grace_leave_open() {
        forEachLoan(20000, loan -> {
            LocalDate day = someDay(loan);
            if (loan.facts().agreements().isEmpty()) {
                NaiveBook book = new NaiveBook(loan.facts(), loan.policy(), day);
                boolean late = book.lines.stream()
                        .filter(line -> !line.charge() && inMonth(line.due(), day) && isWhole(line, loan.policy()))
                        .anyMatch(line -> !isWhole(inTime(line, loan, day), loan.policy()));
                assertThat(settle(loan, day).paidLate()).as(about(loan, day)).isEqualTo(late);
            }
        });
    }

    private static boolean isWhole(NaiveBook.Line line, Policy policy) {
        return line.total() <= policy.toleranceIn(Loans.CNY);
    }

    private static NaiveBook.Line inTime(NaiveBook.Line line, NastyLoan loan, LocalDate day) {
        LocalDate graceEnds = line.due().plusDays(loan.policy().grace().days());
        Set<String> reversed = NaiveBook.reversed(loan.facts().entries(), day);
        List<Entry> entries = loan.facts().entries().stream()
                .filter(entry -> !reversed.contains(entry.id()))
                .filter(entry -> !entry.type().isCredit() || !entry.valueOn().isAfter(graceEnds))
                .toList();
        AccountFacts facts = new AccountFacts(
                loan.facts().account(),
                loan.facts().instalments(),
                entries,
                loan.facts().agreements(),
                loan.facts().classFacts());
        return new NaiveBook(facts, loan.policy(), day)
                .lines.stream()
                        .filter(other -> !other.charge() && other.number() == line.number())
                        .findFirst()
                        .orElseThrow();
    }

    /** The properties above say little of months in which nothing happens. */
    @Test
    void the_months_are_eventful_enough() {
        Map<String, Integer> seen = new HashMap<>();
        forEachLoan(5000, loan -> {
            Settlement settlement = settle(loan, someDay(loan));
            count(seen, "paid late", settlement.paidLate());
            count(seen, "something due", settlement.dueInMonth() > 0);
            count(seen, "something paid", settlement.paidInMonth() > 0);
            count(seen, "an episode ended", settlement.episodeEndedOn() != null);
            count(seen, "something agreed", !settlement.monthAgreements().isEmpty());
            count(seen, "moved", settlement.monthsLater() != 0);
            count(seen, "waived", settlement.particulars().principalForgiven() > 0);
        });
        assertThat(seen).hasSize(7);
        assertThat(seen).allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(20));
    }

    private static void count(Map<String, Integer> seen, String what, boolean holds) {
        seen.merge(what, holds ? 1 : 0, Integer::sum);
    }
}
