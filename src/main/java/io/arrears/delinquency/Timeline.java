package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What assessing every day up to one gives: the figures of the last one, and what was overdue, oldest first, in stretches of days in
 * which only time passes.
 *
 * <p>Example: 1000 due on 10 February and on 10 March and 1000 paid on 20 February: nothing up to 10 February; 1000 since the 10th
 * from the 11th to the 19th; nothing from the 20th on; 1000 since 10 March from 11 March on.
 */
public final class Timeline {

    /**
     * Days in which nothing falls due and nothing is posted.
     *
     * @param to the last of them
     * @param oldestDueOn what days past due count from; none while nothing is overdue (D5)
     * @param overdue unpaid principal and interest of what is overdue, in minor units
     */
    public record Stretch(
            LocalDate from, LocalDate to, @Nullable LocalDate oldestDueOn, long overdue) {}

    private final Delinquency figures;
    private final @Nullable AllInCost cost;
    private final List<Stretch> stretches;
    private @Nullable LocalDate nextDueOn;
    private @Nullable LocalDate nextArrearOn;

    private Timeline(Delinquency figures, @Nullable AllInCost cost, List<Stretch> stretches) {
        this.figures = figures;
        this.cost = cost;
        this.stretches = List.copyOf(stretches);
    }

    /** All days from the first one on which there was anything to the end of {@code asOf}. */
    public static Timeline of(AccountFacts facts, Policy policy, LocalDate asOf) {
        Stretches stretches = new Stretches(policy);
        PrincipalDays principal = PrincipalDays.of(facts, policy, asOf);
        List<Entry> entries = Assessment.inOrder(facts);
        Walk walk = Walk.of(facts, entries, policy, asOf, false, (day, next, schedule) -> {
            stretches.observe(day, next, schedule);
            if (principal != null) {
                principal.observe(day, next, schedule);
            }
        });
        Standing standing = Assessment.standing(facts, entries, walk, principal, policy, asOf);
        AllInCost cost = principal == null ? null : AllInCost.of(walk, principal, policy, asOf);
        Timeline timeline = new Timeline(Delinquency.on(asOf, standing, policy), cost, stretches.days);
        for (Obligation obligation : walk.inForce().obligations()) {
            if (!obligation.kind.isCharge() && !walk.inForce().withinTolerance(obligation)) {
                timeline.addUnpaid(obligation.dueOn, policy);
            }
        }
        return timeline;
    }

    /** The unpaid instalments come in the order of their due dates. */
    private void addUnpaid(LocalDate dueOn, Policy policy) {
        if (nextDueOn == null && dueOn.isAfter(figures.asOf())) {
            nextDueOn = dueOn;
        }
        LocalDate arrearOn = LocalDate.ofEpochDay(policy.arrearFrom(dueOn.toEpochDay()));
        if (nextArrearOn == null && arrearOn.isAfter(figures.asOf())) {
            nextArrearOn = arrearOn;
        }
    }

    /** The figures of the last day. */
    public Delinquency figures() {
        return figures;
    }

    /** What the account costs as of the last day; none where no cap binds it. */
    public Optional<AllInCost> cost() {
        return Optional.ofNullable(cost);
    }

    public List<Stretch> stretches() {
        return stretches;
    }

    /** The first due date after the day of an instalment that is not paid yet; none if nothing is to come. */
    public @Nullable LocalDate nextDueOn() {
        return nextDueOn;
    }

    /** The first day after the day on which an instalment that is not paid yet is an arrear if it stays so; none if nothing is to come. */
    public @Nullable LocalDate nextArrearOn() {
        return nextArrearOn;
    }

    /** Looks on while the account is followed. */
    private static final class Stretches implements DayByDay {

        private final Policy policy;
        private final List<Stretch> days = new ArrayList<>();

        Stretches(Policy policy) {
            this.policy = policy;
        }

        @Override
        public void observe(long day, long next, Schedule schedule) {
            TreeSet<Long> begins = new TreeSet<>();
            begins.add(day);
            for (long due : schedule.ageingBefore(next)) {
                long from = policy.arrearFrom(due);
                if (from > day && from < next) {
                    begins.add(from);
                }
            }
            Long[] from = begins.toArray(Long[]::new);
            for (int i = 0; i < from.length; i++) {
                add(from[i], (i + 1 < from.length ? from[i + 1] : next) - 1, schedule);
            }
        }

        private void add(long from, long to, Schedule schedule) {
            long oldest = schedule.firstAgeing();
            boolean isOverdue = policy.arrearFrom(oldest) <= from;
            long overdue = 0;
            if (isOverdue) {
                for (Arrear arrear : schedule.arrears(from)) {
                    overdue = Math.addExact(
                            overdue,
                            Math.addExact(
                                    arrear.rest().principal(), arrear.rest().interest()));
                }
            }
            days.add(new Stretch(
                    LocalDate.ofEpochDay(from),
                    LocalDate.ofEpochDay(to),
                    isOverdue ? LocalDate.ofEpochDay(oldest) : null,
                    overdue));
        }
    }
}
