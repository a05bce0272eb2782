package io.arrears.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One dated ledger fact: repayment, reversal, waiver, penalty and so on; the amount in minor units, never negative.
 *
 * <p>{@code reverses} names another entry when the type is REVERSAL; {@code split}, where present, adds up to the
 * amount and is used as it is (D3).
 */
public record Entry(
        String id,
        EntryType type,
        LocalDate valueOn,
        Instant postedAt,
        long amount,
        @Nullable String reverses,
        @Nullable Components split,
        PaidBy paidBy) {

    /** The order in which credits are taken (D3): value date, posted_at, entry id. */
    public static final Comparator<Entry> ORDER = Entry::compare;

    public Entry {
        if (amount < 0) {
            throw new IllegalArgumentException("negative amount in entry " + id);
        }
        if (split != null && split.total() != amount) {
            throw new IllegalArgumentException("split does not add up to the amount in entry " + id);
        }
    }

    /** Whether it is money that was received, and so can be a last payment: a zero is none (D21), nor is a returned purchase (D16). */
    public boolean isPayment() {
        return type.isPayment() && amount > 0 && paidBy != PaidBy.MERCHANT;
    }

    private static int compare(Entry a, Entry b) {
        int byDay = a.valueOn.compareTo(b.valueOn);
        int byInstant = byDay != 0 ? byDay : a.postedAt.compareTo(b.postedAt);
        return byInstant != 0 ? byInstant : a.id.compareTo(b.id);
    }
}
