package io.arrears.delinquency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fell due in a day's month by earlier versions, no later than the day on which the next one came into force, and was paid: a
 * later version lists what was unpaid alone (D8).
 *
 * <p>Example: 1000 due on 5 March, paid on the 20th; an extension of the rest from the 24th on: of March the 1000 fell due, and were
 * paid late.
 *
 * @param paid in the order of their due dates
 */
record FellDue(List<Paid> paid) {

    /** An instalment of which anything is paid, with the books of its version. */
    record Paid(Obligation instalment, Schedule schedule) {

        private long amount() {
            return instalment.owed.total() - instalment.rest();
        }

        private long before(LocalDate day) {
            return schedule.postings().stream()
                    .filter(posting ->
                            instalment.isPaidBy(posting) && posting.actsOn().isBefore(day))
                    .mapToLong(Posting::amount)
                    .sum();
        }
    }

    static FellDue before(Walk walk, LocalDate day) {
        List<Paid> paid = new ArrayList<>();
        for (int i = 0; i + 1 < walk.phases().size(); i++) {
            Schedule schedule = walk.books().get(i);
            LocalDate next = walk.phases().get(i + 1).from();
            for (Obligation obligation : schedule.obligations()) {
                if (!obligation.kind.isCharge()
                        && Settlement.inMonth(obligation.dueOn, day)
                        && !obligation.dueOn.isAfter(next)
                        && obligation.rest() < obligation.owed.total()) {
                    paid.add(new Paid(obligation, schedule));
                }
            }
        }
        paid.sort(Comparator.comparing(one -> one.instalment().dueOn));
        return new FellDue(List.copyOf(paid));
    }

    @Nullable
    LocalDate last() {
        return paid.isEmpty() ? null : paid.get(paid.size() - 1).instalment().dueOn;
    }

    /** What was paid of it in the day's month. */
    long paidInMonth(LocalDate day) {
        LocalDate monthBegan = day.withDayOfMonth(1);
        return paid.stream()
                .mapToLong(one -> one.amount() - one.before(monthBegan))
                .sum();
    }
}
