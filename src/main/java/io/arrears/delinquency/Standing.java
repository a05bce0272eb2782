package io.arrears.delinquency;

import io.arrears.ledger.AccountId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's state at the end of a day, without anything that changes by the mere passing of days; money in minor
 * units. {@link Delinquency#on} reads a day's figures off it.
 *
 * @param scheduleVersion the version in force; none while the account has no instalments
 * @param balance unpaid principal, due or not
 * @param oldestDueOn the due date that DPD counts from; none without an arrear that ages (D5)
 * @param repaidOn since when nothing but charges is owed, of a closed account, too; none while anything else is
 * @param fiveClass the class that the lender's committee set, overriding the table (D14)
 * @param restructured whether a version in force re-aged arrears (D14)
 * @param wakesOn the next day on which the account can change though nothing is heard of it; none if never
 * @param entries what became of every entry known (R5)
 */
public record Standing(
        AccountId account,
        String product,
        Currency currency,
        LocalDate openedOn,
        @Nullable Integer scheduleVersion,
        long balance,
        long unallocated,
        @Nullable LocalDate oldestDueOn,
        @Nullable LocalDate episodeStartedOn,
        @Nullable LocalDate chargedOffOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate repaidOn,
        @Nullable LastPayment lastPayment,
        @Nullable Integer fiveClass,
        boolean restructured,
        @Nullable LocalDate wakesOn,
        EntryTally entries,
        List<Arrear> arrears,
        List<Review> reviews) {

    /** The last REPAYMENT or RECOVERY not reversed. */
    public record LastPayment(LocalDate valueOn, long amount) {}

    /** This standing with the rows that belong to it. */
    public Standing with(List<Arrear> itsArrears, List<Review> itsReviews) {
        return new Standing(
                account,
                product,
                currency,
                openedOn,
                scheduleVersion,
                balance,
                unallocated,
                oldestDueOn,
                episodeStartedOn,
                chargedOffOn,
                closedOn,
                repaidOn,
                lastPayment,
                fiveClass,
                restructured,
                wakesOn,
                entries,
                itsArrears,
                itsReviews);
    }

    public boolean isClosed() {
        return closedOn != null;
    }

    /** Whether it has a row on this day: accounts opened later have none. */
    public boolean isOpened(LocalDate asOf) {
        return !openedOn.isAfter(asOf);
    }
}
