package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows one account from its opening to a day: phase by phase of its schedule (D8), and in each phase from one day on
 * which something was posted to the next, taking credits in D3's order and starting over where a reversal acts (D2).
 */
final class Walk {

    private final AccountFacts facts;
    private final LocalDate asOf;
    private final boolean traced;
    private final List<Entry> entries;
    private final Reversals reversals;
    private final VersionPeriod.Course course;
    private final Attribution attribution;
    private final List<Review> reviews;
    private final List<Posting> postings = new ArrayList<>(0);
    private final Episodes stretches;
    private final @Nullable DayByDay seen;
    private final @Nullable Statements statements;
    private final List<Schedule> books = new ArrayList<>(1);
    private boolean restructured;
    private boolean isWhole = true;

    private Walk(
            AccountFacts facts,
            List<Entry> entries,
            LocalDate asOf,
            boolean traced,
            Reversals reversals,
            VersionPeriod.Course course,
            Attribution attribution,
            Episodes stretches,
            @Nullable DayByDay seen,
            @Nullable Statements statements) {
        this.facts = facts;
        this.asOf = asOf;
        this.traced = traced;
        this.entries = entries;
        this.reversals = reversals;
        this.course = course;
        this.attribution = attribution;
        this.stretches = stretches;
        this.seen = seen;
        this.statements = statements;
        this.reviews = new ArrayList<>(reversals.setAside());
        reviews.addAll(course.setAside());
    }

    /**
     * The whole way from the opening to a day.
     *
     * @param entries in D3's order
     * @param traced whether it keeps where each amount went ({@link #postings})
     */
    static Walk of(AccountFacts facts, List<Entry> entries, Policy policy, LocalDate asOf, boolean traced) {
        return of(facts, entries, policy, asOf, traced, null);
    }

    /** @param seen is shown every day on which something is posted; none where nobody looks */
    static Walk of(
            AccountFacts facts,
            List<Entry> entries,
            Policy policy,
            LocalDate asOf,
            boolean traced,
            @Nullable DayByDay seen) {
        Statements statements = facts.account().isLine() ? new Statements(facts, policy, asOf) : null;
        Walk walk = followed(facts, entries, policy, asOf, traced, seen, statements);
        walk.reviewReversalsOfEarlierVersions();
        walk.reviewVersionsOfNobody();
        walk.reviewEntriesBeforeOpening();
        walk.reviewStatementsBeforeOpening();
        walk.reviewLineActsBeforeOpening();
        walk.reviewLine();
        return walk;
    }

    /** The way of a line whose statements nobody holds against it, since it is taken to do just that (D17). */
    static Walk unproved(AccountFacts facts, List<Entry> entries, Policy policy, LocalDate asOf) {
        return followed(facts, entries, policy, asOf, false, null, null);
    }

    private static Walk followed(
            AccountFacts facts,
            List<Entry> entries,
            Policy policy,
            LocalDate asOf,
            boolean traced,
            @Nullable DayByDay seen,
            @Nullable Statements statements) {
        Set<Integer> versions = versions(facts.instalments());
        List<Agreement> agreements = new ArrayList<>(facts.agreements());
        agreements.sort(Agreement.ORDER);
        Reversals reversals = Reversals.of(entries, asOf);
        VersionPeriod.Course course =
                VersionPeriod.course(agreements, versions, facts.account().isLine(), policy.zone(), asOf);
        Attribution attribution = new Attribution(facts, entries, reversals, course, policy, asOf);
        Walk walk = new Walk(
                facts, entries, asOf, traced, reversals, course, attribution, new Episodes(policy), seen, statements);
        walk.follow();
        return walk;
    }

    private static Set<Integer> versions(List<Instalment> instalments) {
        Set<Integer> versions = new TreeSet<>();
        int last = 0;
        for (Instalment instalment : instalments) {
            if (versions.isEmpty() || instalment.version() != last) {
                last = instalment.version();
                versions.add(last);
            }
        }
        return versions;
    }

    /** The version in force on the day: its books were closed last. */
    Schedule inForce() {
        return books.get(books.size() - 1);
    }

    Episodes stretches() {
        return stretches;
    }

    Reversals reversals() {
        return reversals;
    }

    List<Review> reviews() {
        return reviews;
    }

    List<Posting> postings() {
        return postings;
    }

    List<VersionPeriod> phases() {
        return course.phases();
    }

    /** Whether an entry is owed by itself: a charge, and a draw of a line (D18). */
    boolean isOwed(Entry entry) {
        return entry.type().isCharge() || (facts.account().isLine() && entry.type() == EntryType.DISBURSEMENT);
    }

    /** Whether D8 sets an agreement effective by the day aside. */
    boolean setsAside(Agreement agreement) {
        return course.setAside().stream().anyMatch(review -> review.subject().equals(agreement.id()));
    }

    /** What each version in turn did with the money that no later one counts itself, so that money counts once. */
    List<Schedule> books() {
        return books;
    }

    /** The day on which a line's next statement is missing if none comes; none of a loan. */
    @Nullable
    LocalDate statementMissingOn() {
        return statements == null ? null : statements.missingOn();
    }

    boolean restructured() {
        return restructured;
    }

    private void follow() {
        List<VersionPeriod> phases = phases();
        long carried = 0;
        judgeFirst();
        Schedule schedule = follow(0, carried);
        for (int i = 1; i < phases.size(); i++) {
            long switched = phases.get(i).from().toEpochDay();
            long oldestBefore = schedule.firstAgeing();
            long oldestAfter = fresh(i, phases.get(i).from(), 0).firstAgeing();
            restructured |= oldestBefore < switched && oldestAfter > oldestBefore;
            Schedule left = leftBehind(i - 1, carried);
            close(left);
            carried = left.unallocatedOfAll();
            note(attribution.judge(i));
            schedule = follow(i, carried);
        }
        close(schedule);
    }

    /** What a version's books leave for somebody to see. */
    private void close(Schedule book) {
        books.add(book);
        book.refundsBeyond().forEach(id -> review(ReviewCode.REFUND_BEYOND_UNALLOCATED, id));
        book.waiversBeyond().forEach(id -> review(ReviewCode.WAIVER_BEYOND, id));
        book.waiversOfComing().forEach(id -> review(ReviewCode.WAIVER_OF_COMING, id));
        reviews.addAll(book.faults());
    }

    private void judgeFirst() {
        if (facts.account().isLine()) {
            return;
        }
        if (facts.instalments().isEmpty()) {
            review(ReviewCode.NO_INSTALMENTS, facts.account().id().value());
            return;
        }
        int version = phases().get(0).version();
        WholeSchedule schedule = new WholeSchedule(facts.account(), facts.instalments(), version);
        note(schedule.first());
        if (schedule.hasOtherTermCount()) {
            reviews.add(schedule.review(ReviewCode.TERM_COUNT_DIFFERS, schedule.numbers()));
        }
    }

    private void note(@Nullable Review fault) {
        if (fault != null) {
            reviews.add(fault);
            isWhole &= fault.code() != ReviewCode.SCHEDULE_NOT_WHOLE;
        }
    }

    /**
     * What a phase leaves behind of the facts that no later one counts itself: a late credit, refund or charge counts in
     * both (D8), but its money moved once.
     */
    private Schedule leftBehind(int index, long carried) {
        LocalDate next = phases().get(index + 1).from();
        LocalDate lastDay = attribution.lastDay(index);
        List<Act> movements = attribution.movements(index, lastDay, attribution.lastDay(index + 1));
        movements.removeIf(act -> isCountedFrom(index + 1, act));
        Schedule schedule = attribution.schedule(
                index,
                charge -> reversals.stands(charge, lastDay) && !attribution.isCountedFrom(index + 1, charge),
                carried,
                traced);
        int taken = take(movements, 0, lastDay, schedule);
        take(movements, taken, next, schedule);
        return schedule;
    }

    private boolean isCountedFrom(int index, Act act) {
        Entry entry = act.entry();
        return entry != null && attribution.isCountedFrom(index, entry);
    }

    private Schedule follow(int index, long carried) {
        List<VersionPeriod> phases = phases();
        boolean isLast = index + 1 == phases.size();
        LocalDate to = isLast ? asOf.plusDays(1) : phases.get(index + 1).from();
        LocalDate nextSeen = isLast ? asOf : attribution.lastDay(index + 1);
        List<Act> movements = attribution.movements(index, attribution.lastDay(index), nextSeen);
        long[] days = days(phases.get(index), movements, to.toEpochDay());
        if (attribution.dependsOnDay(index)) {
            movements = attribution.movements(index, LocalDate.ofEpochDay(days[0]), nextSeen);
        }
        Schedule schedule = fresh(index, LocalDate.ofEpochDay(days[0]), carried);
        int taken = 0;
        for (int i = 0; i < days.length; i++) {
            LocalDate day = LocalDate.ofEpochDay(days[i]);
            if (i > 0 && (reversesOn(day) || attribution.movesCreditsOn(day))) {
                if (attribution.dependsOnDay(index)) {
                    movements = attribution.movements(index, day, nextSeen);
                }
                schedule = fresh(index, day, carried);
                taken = 0;
            }
            taken = take(movements, taken, day, schedule);
            long next = i + 1 < days.length ? days[i + 1] : to.toEpochDay();
            stretches.observe(days[i], next, schedule, isWhole && schedule.isWhole());
            if (statements != null) {
                statements.observe(day, schedule);
            }
            if (seen != null) {
                seen.observe(days[i], next, schedule);
            }
        }
        take(movements, taken, to, schedule);
        postings.addAll(schedule.postings());
        return schedule;
    }

    /** The distinct days of a phase on which its schedule can change by a posting, ascending; its first day is one. */
    private long[] days(VersionPeriod phase, List<Act> movements, long to) {
        long[] days = new long[2 * movements.size() + reversals.byTarget().size() + 1];
        int n = 0;
        for (Act act : movements) {
            Entry entry = act.entry();
            days[n++] = act.on().toEpochDay();
            days[n++] = (entry == null ? act.on() : entry.valueOn()).toEpochDay();
        }
        for (Entry reversal : reversals.byTarget().values()) {
            days[n++] = reversal.valueOn().toEpochDay();
        }
        long from = phase.by() == null
                ? Math.min(facts.account().openedOn().toEpochDay(), to - 1)
                : phase.from().toEpochDay();
        if (phase.by() == null && !movements.isEmpty()) {
            from = Math.min(from, first(movements));
        }
        days[n] = from;
        Arrays.sort(days);
        int kept = 0;
        for (long day : days) {
            boolean repeated = kept > 0 && days[kept - 1] == day;
            if (day >= from && day < to && !repeated) {
                days[kept++] = day;
            }
        }
        return Arrays.copyOf(days, kept);
    }

    /** The first day on which anything acts, also as it was seen before a statement that did not know of it. */
    private static long first(List<Act> movements) {
        long first = movements.get(0).on().toEpochDay();
        for (Act act : movements) {
            Entry entry = act.entry();
            first = entry == null ? first : Math.min(first, entry.valueOn().toEpochDay());
        }
        return first;
    }

    private boolean reversesOn(LocalDate day) {
        for (Entry reversal : reversals.byTarget().values()) {
            if (reversal.valueOn().equals(day)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the movements up to a day that still stand on it; returns how many are behind. On the day of the switch to
     * the next version only those are left that belong to the earlier one (D8).
     */
    private int take(List<Act> movements, int from, LocalDate day, Schedule schedule) {
        int i = from;
        for (; i < movements.size() && !movements.get(i).on().isAfter(day); i++) {
            if (movements.get(i).stands(reversals, day)) {
                movements.get(i).applyTo(schedule);
            }
        }
        return i;
    }

    /** A phase's schedule before any credit, as seen at the end of a day. */
    private Schedule fresh(int index, LocalDate day, long carried) {
        return attribution.schedule(index, charge -> reversals.stands(charge, day), carried, traced);
    }

    private void review(ReviewCode code, String subject) {
        reviews.add(new Review(code, subject));
    }

    /** D8: what an earlier version consumed cannot be taken back from the one in force; somebody must look. */
    private void reviewReversalsOfEarlierVersions() {
        int last = phases().size() - 1;
        for (Entry target : entries) {
            Entry reversal = reversals.byTarget().get(target.id());
            boolean counted = target.type().isCredit() || target.type().isCharge();
            if (reversal != null
                    && counted
                    && attribution.counts(last, target, asOf) == null
                    && attribution.counts(last, reversal, asOf) != null) {
                review(ReviewCode.REVERSAL_OF_EARLIER_VERSION, reversal.id());
            }
        }
    }

    /** D19: rows of a newer version that no agreement names, in force or to come. */
    private void reviewVersionsOfNobody() {
        for (int version : versions(facts.instalments())) {
            if (version > inForce().version()
                    && facts.agreements().stream()
                            .noneMatch(agreement -> Objects.equals(agreement.version(), version))) {
                review(ReviewCode.SCHEDULE_WITHOUT_AGREEMENT, Integer.toString(version));
            }
        }
    }

    /** D16 and D17: what a line's statements say, and what was drawn though it had ended. */
    private void reviewLine() {
        if (statements == null) {
            return;
        }
        reviews.addAll(statements.reviews());
        long endsOn = inForce().line().endsOn();
        for (Entry entry : entries) {
            boolean isDraw = entry.type() == EntryType.DISBURSEMENT && entry.amount() > 0;
            if (isDraw
                    && entry.valueOn().toEpochDay() > endsOn
                    && !entry.valueOn().isAfter(asOf)) {
                review(ReviewCode.DRAW_AFTER_END, entry.id());
            }
        }
    }

    /** D21: it counts, but it may be another loan's. */
    private void reviewEntriesBeforeOpening() {
        for (Entry entry : entries) {
            if (!entry.valueOn().isBefore(facts.account().openedOn())
                    || entry.valueOn().isAfter(asOf)) {
                return;
            }
            boolean counts = entry.type().isCredit() || entry.type().isCharge();
            if (counts && entry.amount() > 0 && reversals.stands(entry, asOf)) {
                review(ReviewCode.BEFORE_OPENING, entry.id());
            }
        }
    }

    /** A year mistyped makes a limit that of the opening, and ends a line before it was drawn. */
    private void reviewLineActsBeforeOpening() {
        for (Agreement agreement : facts.agreements()) {
            if (agreement.type().isOfLine()
                    && agreement.effectiveOn().isBefore(facts.account().openedOn())) {
                review(ReviewCode.BEFORE_OPENING, agreement.id());
            }
        }
    }

    /** A year mistyped makes a bill the oldest of all, which what was paid since pays first. */
    private void reviewStatementsBeforeOpening() {
        for (Statement statement : facts.statements()) {
            boolean isBefore = statement.statementOn().isBefore(facts.account().openedOn());
            if (isBefore && statement.minimum().total() > 0) {
                review(ReviewCode.BEFORE_OPENING, statement.id());
            }
        }
    }
}
