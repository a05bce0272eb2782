package io.arrears.delinquency;

import io.arrears.ledger.Account;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a schedule version asks for the whole debt (D19): a version that lacks rows would settle a loan that is not paid.
 *
 * <p>Example: 1200.00 in twelve instalments, of which only the first three of 100.00 arrived: SCHEDULE_NOT_WHOLE and
 * TERM_COUNT_DIFFERS.
 */
final class WholeSchedule {

    private final List<Instalment> instalments;
    private final long principal;

    /** @param all of every version */
    WholeSchedule(List<Instalment> all, int version) {
        List<Instalment> own = new ArrayList<>(all.size());
        long sum = 0;
        for (Instalment instalment : all) {
            if (instalment.version() == version) {
                own.add(instalment);
                sum = Math.addExact(sum, instalment.owed().principal());
            }
        }
        this.instalments = own;
        this.principal = sum;
    }

    /** What is wrong with the first version: its principal, or its numbers. */
    @Nullable
    ReviewCode first(Account account) {
        return isGapless() ? off(Math.abs(principal - account.principal())) : ReviewCode.SCHEDULE_NOT_WHOLE;
    }

    /** Whether the last instalment has another number than the terms that were agreed. */
    boolean hasOtherTermCount(Account account) {
        int last = 0;
        for (Instalment instalment : instalments) {
            last = Math.max(last, instalment.number());
        }
        return last != account.termCount();
    }

    /**
     * What is wrong with a later version.
     *
     * @param by the phase that it begins
     * @param unpaid what the version before had unpaid on its first day
     * @param drawn what was drawn since the version before came into force
     */
    @Nullable
    ReviewCode later(Phase by, Schedule unpaid, Policy policy, long drawn) {
        long owed = 0;
        long mayBeLeftOut = 0;
        long other = 0;
        for (Obligation obligation : unpaid.obligations()) {
            long rest = obligation.rests().principal();
            owed = Math.addExact(owed, rest);
            mayBeLeftOut += unpaid.withinTolerance(obligation) ? rest : 0;
            other = Math.addExact(other, obligation.rest() - rest);
        }
        LocalDate from = by.from();
        other = Math.addExact(other, Delinquency.accruedPenalty(from, unpaid.arrears(from.toEpochDay()), policy));
        long less = by.by() != null && by.by().type().mayForgive() ? 0 : owed - mayBeLeftOut - principal;
        long more = principal - Math.addExact(Math.addExact(owed, other), drawn);
        return off(Math.max(less, more));
    }

    /** What DISBURSEMENT entries of a stretch of days come to. */
    static long drawn(List<Entry> entries, LocalDate after, LocalDate upTo) {
        long drawn = 0;
        for (Entry entry : entries) {
            if (entry.type() == EntryType.DISBURSEMENT
                    && entry.valueOn().isAfter(after)
                    && !entry.valueOn().isAfter(upTo)) {
                drawn = Math.addExact(drawn, entry.amount());
            }
        }
        return drawn;
    }

    private @Nullable ReviewCode off(long difference) {
        if (difference <= 0) {
            return null;
        }
        return difference <= instalments.size() ? ReviewCode.SCHEDULE_ROUNDED : ReviewCode.SCHEDULE_NOT_WHOLE;
    }

    private boolean isGapless() {
        int[] numbers =
                instalments.stream().mapToInt(Instalment::number).sorted().toArray();
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] != numbers[i - 1] + 1) {
                return false;
            }
        }
        return true;
    }
}
