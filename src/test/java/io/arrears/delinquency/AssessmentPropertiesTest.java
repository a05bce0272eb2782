package io.arrears.delinquency;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every ledger, over a few thousand nasty ones; a failure names the seed that {@link NastyLoan#of} takes. */
class AssessmentPropertiesTest {

    private static final LocalDate FIRST = NastyLoan.OPENED;
    private static final int NIGHTS = 120;

    private static void forEachLoan(int count, Consumer<NastyLoan> check) {
        LongStream.range(0, count).mapToObj(NastyLoan::of).forEach(check);
    }

    private static LocalDate someNight(NastyLoan loan) {
        return FIRST.plusDays(new Random(loan.seed()).nextInt(240));
    }

    private static Standing assess(NastyLoan loan, LocalDate asOf) {
        return Assessment.assess(loan.facts(), loan.policy(), asOf);
    }

    private static int dpd(AccountFacts facts, Policy policy, LocalDate asOf) {
        return Delinquency.on(asOf, Assessment.assess(facts, policy, asOf), policy)
                .dpd();
    }

    private static AccountFacts withEntries(AccountFacts facts, List<Entry> entries) {
        return new AccountFacts(facts.account(), facts.instalments(), entries, facts.agreements(), facts.classFacts());
    }

    private static String about(NastyLoan loan, LocalDate asOf) {
        return "seed " + loan.seed() + " as of " + asOf;
    }

    @Test
    void assessing_only_who_wakes_gives_what_assessing_everybody_gives_night_after_night() {
        forEachLoan(3000, loan -> {
            LocalDate first = FIRST.plusDays(loan.seed() % 60);
            Standing kept = assess(loan, first);
            for (LocalDate night = first; !night.isAfter(first.plusDays(NIGHTS)); night = night.plusDays(1)) {
                Standing full = assess(loan, night);
                if (kept.wakesOn() != null && !kept.wakesOn().isAfter(night)) {
                    kept = full;
                }
                if (!kept.equals(full)
                        || (full.wakesOn() != null && !full.wakesOn().isAfter(night))) {
                    assertThat(kept).as(about(loan, night)).isEqualTo(full);
                    assertThat(full.wakesOn()).as(about(loan, night)).isAfter(night);
                }
            }
        });
    }

    @Test
    void one_days_books_are_those_worked_out_from_nothing() {
        forEachLoan(5000, loan -> {
            LocalDate asOf = someNight(loan);
            NaiveBook naive = new NaiveBook(loan.facts(), loan.policy(), asOf);
            Standing standing = assess(loan, asOf);
            List<String> rests = Books.walk(loan.facts(), loan.policy(), asOf).inForce().obligations().stream()
                    .map(o -> o.reference + " due " + o.dueOn + " " + o.rests())
                    .toList();
            assertThat(rests)
                    .as(about(loan, asOf))
                    .isEqualTo(naive.lines.stream()
                            .map(l -> l.reference() + " due " + l.due() + " " + l.rests())
                            .toList());
            assertThat(standing.scheduleVersion()).as(about(loan, asOf)).isEqualTo(naive.version);
            assertThat(standing.balance()).as(about(loan, asOf)).isEqualTo(naive.balance());
            assertThat(standing.unallocated()).as(about(loan, asOf)).isEqualTo(naive.unallocated);
            assertThat(standing.arrears()).as(about(loan, asOf)).isEqualTo(naive.arrears());
            assertThat(standing.oldestDueOn()).as(about(loan, asOf)).isEqualTo(naive.oldest());
            assertThat(standing.reviews()).as(about(loan, asOf)).doesNotHaveDuplicates();
            assertThat(told(standing, "D20"))
                    .as(about(loan, asOf))
                    .containsAll(naive.waivedBeyond.stream()
                            .map(id -> "WAIVER_BEYOND " + id)
                            .toList())
                    .containsAll(naive.waivedComing.stream()
                            .map(id -> "WAIVER_OF_COMING " + id)
                            .toList());
            assertThat(told(standing, "D19"))
                    .as(about(loan, asOf))
                    .isEqualTo(new NaiveWhole(loan.facts(), loan.policy(), asOf).told);
        });
    }

    private static Set<String> told(Standing standing, String rule) {
        return standing.reviews().stream()
                .filter(review -> review.code().rule().equals(rule))
                .map(review -> review.code() + " " + review.subject())
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void episode_and_closing_are_what_assessing_every_earlier_day_gives() {
        forEachLoan(2000, loan -> {
            LocalDate started = null;
            LocalDate ended = null;
            LocalDate closed = null;
            for (LocalDate day = FIRST.minusDays(7); day.isBefore(FIRST.plusDays(230)); day = day.plusDays(1)) {
                NaiveBook book = new NaiveBook(loan.facts(), loan.policy(), day);
                if (!book.reported()) {
                    ended = started == null ? ended : day;
                    started = null;
                } else if (started == null) {
                    started = later(since(loan, book.oldest(), day), ended);
                }
                boolean settled = book.settled() && new NaiveWhole(loan.facts(), loan.policy(), day).isWhole;
                closed = !settled ? null : closed == null ? day : closed;
                Standing standing = assess(loan, day);
                assertThat(standing.episodeStartedOn()).as(about(loan, day)).isEqualTo(started);
                assertThat(standing.closedOn()).as(about(loan, day)).isEqualTo(closed);
            }
        });
    }

    /** D11: since when an arrear of a due date has been there without a break, found by going back day by day. */
    private static LocalDate since(NastyLoan loan, LocalDate due, LocalDate day) {
        LocalDate since = day;
        while (new NaiveBook(loan.facts(), loan.policy(), since.minusDays(1)).isOverdueOf(due)) {
            since = since.minusDays(1);
        }
        return since;
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other == null || day.isAfter(other) ? day : other;
    }

    @Test
    void money_in_is_money_out_in_every_version() {
        forEachLoan(5000, loan -> {
            LocalDate asOf = someNight(loan);
            Walk walk = Books.walk(loan.facts(), loan.policy(), asOf);
            if (hasPayoffDay(loan)) {
                return;
            }
            for (int i = 0; i < walk.phases().size(); i++) {
                VersionPeriod phase = walk.phases().get(i);
                VersionPeriod next =
                        i + 1 < walk.phases().size() ? walk.phases().get(i + 1) : null;
                Map<String, Long> spread = walk.postings().stream()
                        .filter(posting -> posting.scheduleVersion() == phase.version())
                        .collect(toMap(Posting::entryId, Posting::amount, Long::sum));
                assertThat(spread)
                        .as(about(loan, asOf) + " version " + phase.version())
                        .isEqualTo(creditsThatCount(loan, phase, next, asOf));
            }
            Map<String, Long> left = new HashMap<>();
            walk.inForce().obligations().forEach(o -> left.put(o.reference + o.kind, o.owed.total() - o.rest()));
            Map<String, Long> paid = new HashMap<>(left);
            paid.replaceAll((reference, amount) -> 0L);
            walk.inForce().postings().stream()
                    .filter(posting -> posting.to() != null)
                    .forEach(posting ->
                            paid.merge(posting.to().reference() + posting.to().kind(), posting.amount(), Long::sum));
            assertThat(paid).as(about(loan, asOf)).isEqualTo(left);
        });
    }

    @Test
    void what_became_of_the_entries_adds_up_to_what_was_posted() {
        forEachLoan(20_000, loan -> {
            LocalDate asOf = someNight(loan);
            assertThat(assess(loan, asOf).entries().total())
                    .as(about(loan, asOf))
                    .isEqualTo(loan.facts().entries().stream()
                            .mapToLong(Entry::amount)
                            .sum());
        });
    }

    /** Whether a credit is valued on a payoff's day, on which D8 takes credits whatever their posting. */
    private static boolean hasPayoffDay(NastyLoan loan) {
        return loan.facts().entries().stream().anyMatch(entry -> loan.facts().agreements().stream()
                .anyMatch(agreement -> NaiveBook.isOfPayoffDay(entry, agreement)));
    }

    /** By id, what D2 and D8 let count in a version until the next takes over. */
    private static Map<String, Long> creditsThatCount(
            NastyLoan loan, VersionPeriod phase, @Nullable VersionPeriod next, LocalDate asOf) {
        Map<String, Long> credits = new HashMap<>();
        for (Entry entry : loan.facts().entries()) {
            boolean before = next == null
                    || entry.valueOn().isBefore(next.from())
                    || (entry.valueOn().equals(next.from())
                            && !entry.postedAt().isAfter(next.by().postedAt()));
            LocalDate last = next == null
                    ? asOf
                    : entry.valueOn().equals(next.from())
                            ? next.from()
                            : next.from().minusDays(1);
            Set<String> reversed = NaiveBook.reversed(loan.facts().entries(), last);
            if (entry.type().isCredit()
                    && entry.amount() > 0
                    && !entry.valueOn().isAfter(asOf)
                    && before
                    && !reversed.contains(entry.id())
                    && NaiveBook.actsOn(entry, phase.by(), loan.policy()) != null) {
                credits.put(entry.id(), entry.amount());
            }
        }
        return credits;
    }

    @Test
    void adding_a_credit_never_raises_dpd() {
        forEachLoan(3000, loan -> {
            Random random = new Random(loan.seed());
            LocalDate valueOn = FIRST.plusDays(random.nextInt(180));
            Entry more = new Entry(
                    "more",
                    EntryType.REPAYMENT,
                    valueOn,
                    valueOn.plusDays(random.nextInt(30)).atTime(9, 0).toInstant(ZoneOffset.UTC),
                    1 + random.nextInt(60),
                    null,
                    null,
                    PaidBy.BORROWER);
            List<Entry> entries = new ArrayList<>(loan.facts().entries());
            entries.add(more);
            AccountFacts richer = withEntries(loan.facts(), entries);
            for (int i = 0; i < 8; i++) {
                LocalDate asOf = FIRST.plusDays(random.nextInt(240));
                assertThat(dpd(richer, loan.policy(), asOf))
                        .as(about(loan, asOf))
                        .isLessThanOrEqualTo(dpd(loan.facts(), loan.policy(), asOf));
            }
        });
    }

    @Test
    void dpd_grows_by_exactly_one_a_day_while_nothing_happens() {
        forEachLoan(1500, loan -> {
            int before = 0;
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(200)); day = day.plusDays(1)) {
                int dpd = dpd(loan.facts(), loan.policy(), day);
                if (before > 0 && nothingHappens(loan.facts(), day)) {
                    assertThat(dpd).as(about(loan, day)).isEqualTo(before + 1);
                }
                before = dpd;
            }
        });
    }

    private static boolean nothingHappens(AccountFacts facts, LocalDate day) {
        return facts.entries().stream().noneMatch(entry -> entry.valueOn().equals(day))
                && facts.agreements().stream()
                        .noneMatch(agreement -> agreement.effectiveOn().equals(day));
    }

    @Test
    void the_order_of_the_facts_changes_nothing() {
        forEachLoan(5000, loan -> {
            LocalDate asOf = someNight(loan);
            Random random = new Random(loan.seed());
            AccountFacts shuffled = new AccountFacts(
                    loan.facts().account(),
                    shuffled(loan.facts().instalments(), random),
                    shuffled(loan.facts().entries(), random),
                    shuffled(loan.facts().agreements(), random),
                    shuffled(loan.facts().classFacts(), random));
            assertThat(Assessment.assess(shuffled, loan.policy(), asOf))
                    .as(about(loan, asOf))
                    .isEqualTo(assess(loan, asOf));
        });
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void a_credit_paid_in_two_parts_changes_no_arrear() {
        forEachLoan(5000, loan -> {
            LocalDate asOf = someNight(loan);
            if (hasPayoffDay(loan)) {
                return;
            }
            List<Entry> halved = new ArrayList<>();
            for (Entry entry : loan.facts().entries()) {
                boolean named = loan.facts().entries().stream()
                        .anyMatch(other -> entry.id().equals(other.reverses()));
                if (named || !entry.type().isCredit() || entry.split() != null) {
                    halved.add(entry);
                } else {
                    long half = entry.amount() / 3;
                    halved.add(part(entry, entry.id(), half));
                    halved.add(part(entry, entry.id() + "!", entry.amount() - half));
                }
            }
            Standing whole = assess(loan, asOf);
            Standing parts = Assessment.assess(withEntries(loan.facts(), halved), loan.policy(), asOf);
            assertThat(parts.arrears()).as(about(loan, asOf)).isEqualTo(whole.arrears());
            assertThat(parts.balance()).as(about(loan, asOf)).isEqualTo(whole.balance());
            assertThat(parts.unallocated()).as(about(loan, asOf)).isEqualTo(whole.unallocated());
            assertThat(parts.episodeStartedOn()).as(about(loan, asOf)).isEqualTo(whole.episodeStartedOn());
            assertThat(parts.closedOn()).as(about(loan, asOf)).isEqualTo(whole.closedOn());
        });
    }

    private static Entry part(Entry entry, String id, long amount) {
        return new Entry(id, entry.type(), entry.valueOn(), entry.postedAt(), amount, null, null, entry.paidBy());
    }

    /** The properties above say little of loans in which nothing ever happens. */
    @Test
    void the_loans_are_nasty_enough() {
        Map<String, Integer> seen = new HashMap<>();
        forEachLoan(2000, loan -> {
            Standing standing = assess(loan, FIRST.plusDays(120));
            count(seen, "closed", standing.isClosed());
            count(seen, "in an episode", standing.episodeStartedOn() != null);
            count(
                    seen,
                    "late by more than 60 days",
                    standing.oldestDueOn() != null && DAYS.between(standing.oldestDueOn(), FIRST.plusDays(120)) > 60);
            count(seen, "restructured", standing.restructured());
            count(seen, "charged off", standing.chargedOffOn() != null);
            count(seen, "unallocated", standing.unallocated() > 0);
            for (ReviewCode code : ReviewCode.values()) {
                count(seen, code.name(), standing.reviews().stream().anyMatch(review -> review.code() == code));
            }
        });
        List.of("STATEMENT_DIFFERS", "STATEMENT_DIFFERED", "STATEMENT_MISSING", "DRAW_AFTER_END")
                .forEach(seen::remove);
        seen.remove(ReviewCode.NO_INSTALMENTS.name());
        seen.remove(ReviewCode.RATE_UNDISCLOSED.name());
        seen.remove(ReviewCode.OPEN_REJECT.name());
        seen.remove(ReviewCode.UNKNOWN_REJECT.name());
        assertThat(seen).hasSize(24);
        assertThat(seen).allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(20));
    }

    private static void count(Map<String, Integer> seen, String what, boolean holds) {
        seen.merge(what, holds ? 1 : 0, Integer::sum);
    }
}
