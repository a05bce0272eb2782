package io.arrears.delinquency;

import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What acts on one version's schedule on one day: money that moves and, on a line, all that makes it owe (D3, D16). */
sealed interface Act {

    /** The order of D3. On a line draws and charges come before all else of their day, and what a bill or plan was made knowing before it. */
    Comparator<Act> ORDER = Comparator.comparing(Act::on)
            .thenComparingInt(Act::rank)
            .thenComparing(Act::postedAt)
            .thenComparingInt(Act::turn)
            .thenComparing(Act::id);

    /** The day on which it acts. */
    LocalDate on();

    Instant postedAt();

    String id();

    /** The entry that acts; none of a bill or plan. */
    default @Nullable Entry entry() {
        return null;
    }

    default int rank() {
        return 1;
    }

    /** Of what was posted in one instant: money before what was made knowing it. */
    default int turn() {
        return 0;
    }

    void applyTo(Schedule schedule);

    /** Whether it has happened, as seen at the end of a day (D2). */
    default boolean stands(Reversals reversals, LocalDate day) {
        Entry entry = entry();
        return entry == null || reversals.stands(entry, day);
    }

    /**
     * {@link #ORDER}, but for one day.
     *
     * @param refundedLast a day on which refunds come after all credits, however they were booked
     */
    static Comparator<Act> order(@Nullable LocalDate refundedLast) {
        return refundedLast == null
                ? ORDER
                : Comparator.comparing(Act::on)
                        .thenComparing(
                                act -> act instanceof Moves moves && moves.isRefund() && moves.on.equals(refundedLast))
                        .thenComparing(ORDER);
    }

    /** What an entry does. */
    sealed interface OfEntry extends Act {

        @Override
        Entry entry();

        @Override
        default Instant postedAt() {
            return entry().postedAt();
        }

        @Override
        default String id() {
            return entry().id();
        }
    }

    /** A credit or a refund, and the day on which it counts. */
    record Moves(Entry entry, LocalDate on) implements OfEntry {

        private boolean isRefund() {
            return entry.type() == EntryType.REFUND;
        }

        @Override
        public void applyTo(Schedule schedule) {
            if (isRefund()) {
                schedule.refund(entry);
            } else {
                schedule.credit(entry, on);
            }
        }
    }

    /** A draw or a charge of a line. */
    record Adds(Entry entry, LocalDate on) implements OfEntry {

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public void applyTo(Schedule schedule) {
            if (entry.type() == EntryType.DISBURSEMENT) {
                schedule.line().draw(entry);
            } else {
                schedule.add(Obligation.of(entry));
            }
        }
    }

    /** A statement, made on its day. */
    record Bills(Statement statement, Policy policy) implements Act {

        @Override
        public LocalDate on() {
            return statement.statementOn();
        }

        @Override
        public Instant postedAt() {
            return statement.postedAt();
        }

        @Override
        public String id() {
            return statement.id();
        }

        @Override
        public int turn() {
            return 1;
        }

        @Override
        public void applyTo(Schedule schedule) {
            schedule.line().bill(Obligation.of(statement, policy));
        }
    }

    /** A plan that stands beside the statements from the agreement's effective date on. */
    record Plans(Agreement agreement, int version, List<Instalment> rows, Policy policy) implements Act {

        @Override
        public LocalDate on() {
            return agreement.effectiveOn();
        }

        @Override
        public Instant postedAt() {
            return agreement.postedAt();
        }

        @Override
        public String id() {
            return agreement.id();
        }

        @Override
        public int turn() {
            return 2;
        }

        @Override
        public void applyTo(Schedule schedule) {
            schedule.line()
                    .plan(
                            version,
                            rows.stream()
                                    .map(row -> Obligation.ofPlan(row, policy))
                                    .toList());
        }
    }
}
