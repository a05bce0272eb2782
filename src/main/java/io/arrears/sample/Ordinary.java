package io.arrears.sample;

/** The lives of the other accounts: most are current, some overdue in every band, some settled, some new. */
final class Ordinary {
    private Ordinary() {}

    static void tell(AccountDraft t) {
        int lot = t.dice.between(1, 1_000);
        int count = t.dice.between(t.product().shortest(), t.product().longest());
        if (!t.seat.lender().awkward()) {
            regular(t, count, lot);
        } else if (lot <= 560) {
            current(t, count, t.dice.between(0, count - 1));
        } else if (lot <= 680) {
            settled(t, count);
        } else if (lot <= 770) {
            habituallyLate(t, count);
        } else if (lot <= 850) {
            stopped(t, count, 1, 30);
        } else if (lot <= 890) {
            stopped(t, count, 31, 60);
        } else if (lot <= 920) {
            stopped(t, count, 61, 90);
        } else if (lot <= 950) {
            stopped(t, count, 91, 180);
        } else if (lot <= 975) {
            stopped(t, count, 181, 540);
        } else if (lot <= 990) {
            current(t, count, 0);
        } else {
            opensSoon(t, count);
        }
    }

    /** A benchmark's account: part of its schedule due, nineteen in twenty current. */
    private static void regular(AccountDraft t, int count, int lot) {
        if (lot <= 950) {
            current(t, count, t.dice.between(Math.min(1, count - 1), count - 1));
        } else {
            stopped(t, count, 1, 90);
        }
    }

    /** So many instalments due and paid, the next one due within the month. */
    private static void current(AccountDraft t, int count, int paid) {
        t.monthly(count, paid + 1, t.asOf().plusDays(t.dice.between(0, 27)));
        for (var due : t.dues(1, paid)) {
            t.repay(due.on().minusDays(t.dice.chance(25) ? t.dice.between(1, 3) : 0), due.total());
        }
    }

    private static void settled(AccountDraft t, int count) {
        t.monthly(count, count, t.daysAgo(t.dice.between(5, 240))).pay(1, count);
    }

    /** Pays each instalment up to a fortnight late; the last may still be missing. */
    private static void habituallyLate(AccountDraft t, int count) {
        int index = t.dice.between(1, count);
        t.monthly(count, index, t.daysAgo(t.dice.between(0, 27)));
        for (var due : t.dues(1, index)) {
            var day = due.on().plusDays(t.dice.between(1, 14));
            if (!day.isAfter(t.asOf())) {
                t.repay(day, due.total());
            }
        }
    }

    /** Paid on time until one instalment, overdue for so many days, and little after. */
    private static void stopped(AccountDraft t, int count, int least, int most) {
        int index = t.dice.between(1, count);
        int days = t.dice.between(least, most);
        t.monthly(count, index, t.daysAgo(days)).pay(1, index - 1);
        if (days > 20 && t.dice.chance(40)) {
            t.post(
                    "PENALTY",
                    t.due(index).on().plusDays(16),
                    Math.max(1, t.due(index).total() / 100));
        }
        if (t.dice.chance(25)) {
            t.repay(t.daysAgo(t.dice.between(0, days - 1)), t.due(index).total() / 3);
        }
    }

    private static void opensSoon(AccountDraft t, int count) {
        t.monthly(count, 1, t.asOf().plusDays(t.dice.between(1, 9)).plusMonths(1));
    }
}
