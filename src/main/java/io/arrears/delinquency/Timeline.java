package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What assessing every day up to one gives of what is overdue, oldest first, in stretches of days in which only time passes.
 *
 * <p>Example: 1000 due on 10 February and on 10 March and 1000 paid on 20 February: nothing up to 10 February; 1000 since the 10th
 * from the 11th to the 19th; nothing from the 20th on; 1000 since 10 March from 11 March on.
 */
public final class Timeline implements DayByDay {

    /**
     * Days in which nothing falls due and nothing is posted.
     *
     * @param to the last of them
     * @param oldestDueOn what days past due count from; none while nothing is overdue (D5)
     * @param overdue unpaid principal and interest of what is overdue, in minor units
     */
    public record Stretch(
            LocalDate from, LocalDate to, @Nullable LocalDate oldestDueOn, long overdue) {}

    private final Policy policy;
    private final List<Stretch> stretches = new ArrayList<>();
    private @Nullable LocalDate nextDueOn;
    private @Nullable LocalDate nextArrearOn;

    private Timeline(Policy policy) {
        this.policy = policy;
    }

    /** All days from the first one on which there was anything to the end of {@code asOf}. */
    public static Timeline of(AccountFacts facts, Policy policy, LocalDate asOf) {
        Timeline timeline = new Timeline(policy);
        List<Entry> entries = Assessment.inOrder(facts);
        Walk walk = Walk.of(facts, entries, policy, asOf, false, timeline);
        for (Obligation obligation : walk.inForce().obligations()) {
            if (!obligation.kind.isCharge() && !walk.inForce().withinTolerance(obligation)) {
                timeline.addUnpaid(obligation.dueOn, asOf);
            }
        }
        return timeline;
    }

    /** The unpaid instalments come in the order of their due dates. */
    private void addUnpaid(LocalDate dueOn, LocalDate asOf) {
        if (nextDueOn == null && dueOn.isAfter(asOf)) {
            nextDueOn = dueOn;
        }
        LocalDate arrearOn = LocalDate.ofEpochDay(policy.arrearFrom(dueOn.toEpochDay()));
        if (nextArrearOn == null && arrearOn.isAfter(asOf)) {
            nextArrearOn = arrearOn;
        }
    }

    public List<Stretch> stretches() {
        return List.copyOf(stretches);
    }

    /** The first due date after the day of an instalment that is not paid yet; none if nothing is to come. */
    public @Nullable LocalDate nextDueOn() {
        return nextDueOn;
    }

    /** The first day after the day on which an instalment that is not paid yet is an arrear if it stays so; none if nothing is to come. */
    public @Nullable LocalDate nextArrearOn() {
        return nextArrearOn;
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
                        Math.addExact(arrear.rest().principal(), arrear.rest().interest()));
            }
        }
        stretches.add(new Stretch(
                LocalDate.ofEpochDay(from),
                LocalDate.ofEpochDay(to),
                isOverdue ? LocalDate.ofEpochDay(oldest) : null,
                overdue));
    }
}
