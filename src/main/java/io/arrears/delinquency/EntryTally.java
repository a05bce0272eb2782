package io.arrears.delinquency;

import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What became of every entry of one account by a day, in minor units: each entry's amount stands in one place, so that they
 * add up to what was posted (R5). Nothing is reckoned as the rest of something else: money that got lost is missing here.
 *
 * <p>Example: 100 paid of which 30 found no obligation, a refund of 10, and a fee of 5 give {@code count} 3, {@code
 * allocated} 70, {@code unallocated} 30, {@code refunded} 10 and {@code charged} 5, together the 115 that were posted.
 *
 * @param count entries known, of any kind
 * @param allocated what credits paid of obligations, in any schedule version, each credit once
 * @param unallocated what credits found no obligation for, before refunds took from it
 * @param refunded what REFUND entries took
 * @param charged PENALTY and FEE entries that stand, and what was drawn on a line: it is owed
 * @param reversed entries that a REVERSAL takes back, and these reversals
 * @param setAside what stands in review.csv: a reversal without effect, a refund beyond what was there, what a waiver found
 *     nothing of
 * @param information what moves nothing, or not yet: DISBURSEMENT of a loan, WRITE_OFF, and entries dated after the day
 */
public record EntryTally(
        long count,
        long allocated,
        long unallocated,
        long refunded,
        long charged,
        long reversed,
        long setAside,
        long information) {

    public static final EntryTally NONE = new EntryTally(0, 0, 0, 0, 0, 0, 0, 0);

    static EntryTally of(List<Entry> entries, Walk walk, LocalDate asOf) {
        if (entries.isEmpty()) {
            return NONE;
        }
        long allocated = 0;
        long refunded = 0;
        long refundsTaken = 0;
        long waivedBeyond = 0;
        Set<String> moved = new HashSet<>();
        for (Schedule book : walk.books()) {
            allocated = Math.addExact(allocated, book.allocated());
            refunded = Math.addExact(refunded, book.refunded());
            waivedBeyond = Math.addExact(waivedBeyond, book.waivedBeyond());
            for (Entry entry : book.moved()) {
                boolean once = moved.add(entry.id());
                if (once && entry.type() == EntryType.REFUND) {
                    refundsTaken = Math.addExact(refundsTaken, entry.amount());
                }
            }
        }
        long charged = 0;
        long reversed = 0;
        long setAside = Math.addExact(refundsTaken - refunded, waivedBeyond);
        long information = 0;
        Reversals reversals = walk.reversals();
        Set<String> aside = new HashSet<>();
        reversals.setAside().forEach(review -> aside.add(review.subject()));
        for (Entry entry : entries) {
            boolean stands = reversals.stands(entry, asOf);
            if (entry.valueOn().isAfter(asOf)) {
                information = Math.addExact(information, entry.amount());
            } else if (entry.type() == EntryType.REVERSAL) {
                if (aside.contains(entry.id())) {
                    setAside = Math.addExact(setAside, entry.amount());
                } else {
                    reversed = Math.addExact(reversed, entry.amount());
                }
            } else if (!stands && !moved.contains(entry.id())) {
                reversed = Math.addExact(reversed, entry.amount());
            } else if (walk.isOwed(entry)) {
                charged = Math.addExact(charged, entry.amount());
            } else if (!entry.type().isCredit() && entry.type() != EntryType.REFUND) {
                information = Math.addExact(information, entry.amount());
            }
        }
        return new EntryTally(
                entries.size(),
                allocated,
                Math.addExact(walk.inForce().unallocatedOfAll(), refunded),
                refunded,
                charged,
                reversed,
                setAside,
                information);
    }

    /** All of it, which is what was posted. */
    public long total() {
        return Math.addExact(
                Math.addExact(Math.addExact(allocated, unallocated), Math.addExact(refunded, charged)),
                Math.addExact(Math.addExact(reversed, setAside), information));
    }
}
