package io.arrears.delinquency;

import io.arrears.ledger.Account;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a schedule version asks for the whole debt (D19): a version that lacks rows would settle a loan that is not paid.
 *
 * <p>Example: 1200.00 in twelve instalments, of which only the first three of 100.00 arrived: SCHEDULE_NOT_WHOLE and
 * TERM_COUNT_DIFFERS, with {@code instalments 1-3 of 12; principal 300.00 of 1200.00: 900.00 missing}.
 */
final class WholeSchedule {

    private final Account account;
    private final int version;
    private final List<Instalment> instalments;
    private final ScheduleNumbers numbers;
    private final long principal;

    /** @param all of every version */
    WholeSchedule(Account account, List<Instalment> all, int version) {
        this.account = account;
        this.version = version;
        List<Instalment> own = new ArrayList<>(all.size());
        long sum = 0;
        for (Instalment instalment : all) {
            if (instalment.version() == version) {
                own.add(instalment);
                sum = Math.addExact(sum, instalment.owed().principal());
            }
        }
        this.instalments = own;
        this.numbers = new ScheduleNumbers(own);
        this.principal = sum;
    }

    /** What is wrong with the first version: its principal, or its numbers. */
    @Nullable
    Review first() {
        long lent = account.principal();
        ReviewCode code = numbers.isGapless() ? off(lent, lent) : ReviewCode.SCHEDULE_NOT_WHOLE;
        return code == null ? null : review(code, numbers() + "; " + figures(lent, lent));
    }

    Review review(ReviewCode code, String evidence) {
        return new Review(code, Integer.toString(version), evidence);
    }

    /** {@code instalments 1-4 of 5; without 3}. */
    String numbers() {
        return numbers.of(account.termCount());
    }

    /** Whether the last instalment has another number than the terms that were agreed. */
    boolean hasOtherTermCount() {
        return numbers.last() != account.termCount();
    }

    /** How well a version asks for what was unpaid: for other than that, within what it may, or for just that. */
    enum Fit {
        NOT_WHOLE,
        WITHIN,
        EXACT
    }

    /**
     * The principal that a later version may ask for.
     *
     * @param unpaid the principal that the version before had unpaid; of a settlement, which may ask for less, all that was
     */
    record Range(long least, long unpaid, long most) {

        /**
         * @param by the phase that the version begins
         * @param unpaid what the version before had unpaid on its first day
         * @param drawn what was drawn since the version before came into force
         */
        static Range of(VersionPeriod by, Schedule unpaid, Policy policy, long drawn) {
            long owed = unpaid.balance();
            long mayBeLeftOut = 0;
            long other = 0;
            for (Obligation obligation : unpaid.obligations()) {
                long rest = obligation.rests().principal();
                mayBeLeftOut += unpaid.withinTolerance(obligation) ? rest : 0;
                other = Math.addExact(other, obligation.rest() - rest);
            }
            LocalDate from = by.from();
            other = Math.addExact(other, Delinquency.accruedPenalty(from, unpaid.arrears(from.toEpochDay()), policy));
            long most = Math.addExact(Math.addExact(owed, other), drawn);
            boolean mayForgive = by.by() != null && by.by().type().mayForgive();
            return mayForgive ? new Range(0, most, most) : new Range(owed - mayBeLeftOut, owed, most);
        }
    }

    /** What is wrong with a later version. */
    @Nullable
    Review review(Range range) {
        ReviewCode code = off(range.least, range.most);
        return code == null ? null : review(code, figures(range.least, range.most));
    }

    Fit fit(Range range) {
        if (off(range.least, range.most) == ReviewCode.SCHEDULE_NOT_WHOLE) {
            return Fit.NOT_WHOLE;
        }
        return off(range.least, range.unpaid) == ReviewCode.SCHEDULE_NOT_WHOLE ? Fit.WITHIN : Fit.EXACT;
    }

    /** What is wrong with a plan that asks for more principal than a line owes (D16). */
    static Review tooMuch(int version, long principal, long owed, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return new Review(
                ReviewCode.SCHEDULE_NOT_WHOLE,
                Integer.toString(version),
                "principal " + Money.text(principal, digits) + " of " + Money.text(owed, digits) + ": "
                        + Money.text(principal - owed, digits) + " too much");
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

    private @Nullable ReviewCode off(long least, long most) {
        long difference = Math.max(least - principal, principal - most);
        if (difference <= 0) {
            return null;
        }
        return difference <= instalments.size() ? ReviewCode.SCHEDULE_ROUNDED : ReviewCode.SCHEDULE_NOT_WHOLE;
    }

    /** {@code principal 300.00 of 1200.00: 900.00 missing}; the same where a number is missing and no principal is. */
    private String figures(long least, long most) {
        String said = "principal " + money(principal) + " of " + money(principal > most ? most : least);
        if (principal < least) {
            return said + ": " + money(least - principal) + " missing";
        }
        return principal > most ? said + ": " + money(principal - most) + " too much" : said;
    }

    private String money(long minor) {
        return Money.text(minor, account.currency().getDefaultFractionDigits());
    }
}
