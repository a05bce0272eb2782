package io.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A line of credit as its core system lives it, day after day: what is drawn, billed on the first of a month, due on the 15th, and paid.
 *
 * <p>Amounts are minor units. A payment takes what was billed, oldest first and interest before principal, then what was not billed yet
 * (D16); the core states the principal owed with each bill (D17). Nothing happens after the as-of date.
 */
final class LineLife {
    private static final int DUE_DAY = 15;
    private static final int PERCENT = 100;

    /** A bill asks an eightieth of what it leaves as interest. */
    private static final long INTEREST_DIVISOR = 80;

    /** What a bill asks for and has not got. */
    private record Bill(LocalDate dueOn, long interest, long principal) {

        long rest() {
            return interest + principal;
        }

        Bill less(long amount) {
            long ofInterest = Math.min(amount, interest);
            return new Bill(dueOn, interest - ofInterest, principal - (amount - ofInterest));
        }
    }

    private final AccountDraft t;
    private final Deque<Bill> billed = new ArrayDeque<>();
    private long unbilled;
    private long overpaid;
    private int bills;
    private boolean billing = true;
    private boolean ended;

    LineLife(AccountDraft t) {
        this.t = t;
    }

    AccountDraft account() {
        return t;
    }

    /** A tenth of the limit, more or less. */
    long some() {
        return t.dice.between(t.limit() / 2_000, t.limit() / 500) * 100;
    }

    void draw(LocalDate on, long amount) {
        if (isToCome(on) || ended || amount == 0) {
            return;
        }
        t.post("DISBURSEMENT", on, amount);
        long prepaid = Math.min(overpaid, amount);
        overpaid -= prepaid;
        unbilled += amount - prepaid;
    }

    /** A bill of so many percent of what none asked for yet, and of interest on what is left. */
    void bill(LocalDate on, int percent) {
        if (isToCome(on) || !billing) {
            return;
        }
        long minimum = (unbilled * percent + PERCENT - 1) / PERCENT;
        long interest = percent == PERCENT ? 0 : (unbilled - minimum) / INTEREST_DIVISOR;
        unbilled -= minimum;
        billed.add(new Bill(on.withDayOfMonth(DUE_DAY), interest, minimum));
        bills++;
        t.extra(
                Feed.STATEMENTS,
                t.accountId() + "M" + Integer.toString(PERCENT + bills).substring(1),
                t.accountId(),
                on,
                on.withDayOfMonth(DUE_DAY),
                t.product().decimal(minimum),
                t.product().decimal(interest),
                null,
                t.product().decimal(principal()),
                null,
                t.at(on, 23));
    }

    void stopBilling() {
        billing = false;
    }

    /** What is due by a day and unpaid. */
    long due(LocalDate by) {
        return billed.stream()
                .filter(bill -> !bill.dueOn().isAfter(by))
                .mapToLong(Bill::rest)
                .sum();
    }

    /** All of it, billed or not. */
    long owed() {
        return due(LocalDate.MAX) + unbilled;
    }

    private long principal() {
        return billed.stream().mapToLong(Bill::principal).sum() + unbilled;
    }

    void pay(LocalDate on, long amount) {
        credit(on, amount, null);
    }

    /** What a merchant gives back of a purchase. */
    void giveBack(LocalDate on, long amount) {
        credit(on, amount, "MERCHANT");
    }

    private void credit(LocalDate on, long amount, @Nullable String by) {
        if (isToCome(on) || amount <= 0) {
            return;
        }
        var posted = t.at(on, 12);
        t.post("REPAYMENT", on, posted, amount, null, null, by);
        long left = amount;
        while (left > 0 && !billed.isEmpty()) {
            Bill oldest = billed.remove();
            Bill rest = oldest.less(Math.min(left, oldest.rest()));
            left -= oldest.rest() - rest.rest();
            if (rest.rest() > 0) {
                billed.addFirst(rest);
            }
        }
        long ofUnbilled = Math.min(left, unbilled);
        unbilled -= ofUnbilled;
        overpaid += left - ofUnbilled;
    }

    /** All that no bill asked for yet, in so many instalments from the next month on. */
    void plan(LocalDate effectiveOn, int count) {
        long share = unbilled / count;
        for (int i = 1; i <= count; i++) {
            long principal = i == count ? unbilled - share * (count - 1) : share;
            var on = effectiveOn.plusMonths(i).withDayOfMonth(DUE_DAY);
            t.dues.add(new Due(1, i, on, Parts.principal(principal)));
            billed.add(new Bill(on, 0, principal));
        }
        unbilled = 0;
        t.agree("INSTALMENT_PLAN", effectiveOn, 1);
    }

    void limit(LocalDate from, long amount) {
        t.agreeLimit(from, amount);
    }

    /** Nothing is drawn any more; what is owed is billed and due as before (D18). */
    void end(LocalDate on) {
        ended = true;
        t.agree("LINE_END", on, null);
    }

    void dispute(LocalDate on) {
        t.extra(Feed.DISPUTES, t.accountId() + "D1", t.accountId(), on, "the bill is not mine", null, null);
    }

    boolean isBehind() {
        return due(t.daysAgo(3)) > 0;
    }

    private boolean isToCome(LocalDate on) {
        return on.isAfter(t.asOf());
    }
}
