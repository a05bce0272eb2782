package io.arrears.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What becomes of a line of credit, one an account in turn: the rule of the design each is for, and what happens month by month. */
public enum LineStory {
    WHOLE_BILL("D16", "pays each bill whole", 100, (life, month) -> {
        life.pay(month.on(12), life.due(month.on(15)));
        life.draw(month.on(20), life.some());
    }),
    MINIMUM("D16", "pays each minimum on its day", 10, (life, month) -> {
        life.pay(month.on(15), life.due(month.on(15)));
        life.draw(month.on(20), life.some());
    }),
    IN_TWO_PARTS("D4", "pays each minimum in two parts, one a day late", 10, (life, month) -> {
        life.pay(month.on(14), life.due(month.on(15)) / 2);
        life.pay(month.on(16), life.due(month.on(15)));
        life.draw(month.on(20), life.some());
    }),
    LESS_THAN_MINIMUM("D5", "pays a tenth of what is due for four months", 10, (life, month) -> {
        long due = life.due(month.on(15));
        life.pay(month.on(14), month.isOfLast(4) ? due / 10 : due);
        life.draw(month.on(20), month.isOfLast(4) ? 0 : life.some());
    }),
    STOPS_PAYING("D5", "pays nothing of the last three bills", 10, (life, month) -> {
        life.pay(month.on(12), month.isOfLast(3) ? 0 : life.due(month.on(15)));
        life.draw(month.on(20), month.isOfLast(3) ? 0 : life.some());
    }),
    PAYS_BEFORE_THE_BILL("D16", "pays before the bill, which then asks for nothing", 100, (life, month) -> {
        life.draw(month.on(8), life.some());
        life.pay(month.on(25), life.owed());
    }),
    DRAWS_WHILE_OVERDUE("D16", "draws though the last bill is unpaid", 10, (life, month) -> {
        life.pay(month.on(12), month.isOfLast(1) ? 0 : life.due(month.on(15)));
        life.draw(month.on(20), life.some());
    }),
    RETURNS_A_PURCHASE(
            "D16", "returns a purchase: what the merchant pays is no payment of the borrower", 100, (life, month) -> {
                life.pay(month.on(12), life.due(month.on(15)));
                long bought = life.some();
                life.draw(month.on(18), bought);
                life.giveBack(month.on(24), bought);
                life.draw(month.on(26), life.some());
            }),
    PLAN_KEPT("D16", "what no bill asked for becomes a plan, which is kept", 10, (life, month) -> {
        life.pay(month.on(13), life.due(month.on(15)));
        planned(life, month);
    }),
    PLAN_BROKEN("D16", "what no bill asked for becomes a plan, which is broken", 10, (life, month) -> {
        life.pay(month.on(13), month.number() > Month.PLANNED ? 0 : life.due(month.on(15)));
        planned(life, month);
    }),
    LIMIT_CUT("D16", "the limit is cut to half of what is owed", 10, (life, month) -> {
        if (month.isOfLast(1)) {
            life.limit(month.on(9), life.owed() / 2);
        }
        life.pay(month.on(12), life.due(month.on(15)));
        life.draw(month.on(20), month.isOfLast(1) ? 0 : life.some());
    }),
    LIMIT_RAISED("D16", "the limit is raised by half", 100, (life, month) -> {
        if (month.isOfLast(2) && !month.isOfLast(1)) {
            life.limit(month.on(9), life.account().limit() * 3 / 2);
        }
        life.pay(month.on(12), life.due(month.on(15)));
        life.draw(month.on(20), life.some());
    }),
    ENDED("D18", "the line is ended, and closed once its last bill is paid", 100, (life, month) -> {
        life.pay(month.on(12), life.due(month.on(15)));
        life.draw(month.on(14), life.some());
        if (month.isOfLast(2) && !month.isOfLast(1)) {
            life.end(month.on(16));
        }
    }),
    ENDED_WITH_DEBT("D18", "the line is ended, and its last bill is not paid", 100, (life, month) -> {
        life.pay(month.on(12), month.isOfLast(2) ? 0 : life.due(month.on(15)));
        life.draw(month.on(14), life.some());
        if (month.isOfLast(3) && !month.isOfLast(2)) {
            life.end(month.on(16));
        }
    }),
    UNUSED("D18", "never drawn: nothing is due, and nothing closes it", 100, (life, month) -> {}),
    CREDIT_BALANCE("D16", "pays fifty more than it owes", 100, (life, month) -> {
        life.pay(month.on(12), life.owed() + (month.isOfLast(1) ? life.account().units(50) : 0));
        life.draw(month.on(20), month.isOfLast(1) ? 0 : life.some());
    }),
    NOT_BILLED("D16", "owes, and its last two bills never came: held", 10, (life, month) -> {
        life.pay(month.on(12), life.due(month.on(15)));
        life.draw(month.on(20), life.some());
        if (month.isOfLast(3)) {
            life.stopBilling();
        }
    }),
    DISPUTED("D16", "disputes its last bill, and does not pay it", 100, (life, month) -> {
        life.pay(month.on(12), month.isOfLast(1) ? 0 : life.due(month.on(15)));
        if (month.isOfLast(1)) {
            life.dispute(month.on(17));
        }
        life.draw(month.on(20), life.some());
    }),
    BENCH("D16", "a year of 12 bills, each paid on its day, and 28 draws", 10, (life, month) -> {
        life.pay(month.on(15), life.due(month.on(15)));
        life.draw(month.on(18), life.some());
        life.draw(month.on(22), life.some());
        life.draw(month.on(26), month.number() > 2 ? 0 : life.some());
    });

    /** Told in turn. */
    public static final List<LineStory> STORIES =
            Stream.of(values()).filter(story -> story != BENCH).toList();

    private static final int YEAR = 13;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;
    private static final int OPENING = 5;

    private final String rule;
    private final String what;
    private final int percent;
    private final BiConsumer<LineLife, Month> habit;

    LineStory(String rule, String what, int percent, BiConsumer<LineLife, Month> habit) {
        this.rule = rule;
        this.what = what;
        this.percent = percent;
        this.habit = habit;
    }

    public String rule() {
        return rule;
    }

    public String what() {
        return what;
    }

    /**
     * A month of a line's life.
     *
     * @param number from 1
     * @param left how many come after it
     */
    record Month(LocalDate first, int number, int left) {
        static final int PLANNED = 5;

        LocalDate on(int day) {
            return first.withDayOfMonth(day);
        }

        boolean isOfLast(int months) {
            return left < months;
        }
    }

    /** That of an account: those of benchmarks are all alike. */
    static LineStory of(AccountSlot seat) {
        return seat.lender().awkward() ? STORIES.get((int) (seat.local() % STORIES.size())) : BENCH;
    }

    void tell(AccountDraft t) {
        int months = this == BENCH ? YEAR : t.dice.between(SHORTEST, LONGEST);
        var first = t.asOf().withDayOfMonth(1).minusMonths(months - 1L);
        t.line(first.withDayOfMonth(OPENING));
        var life = new LineLife(t);
        for (int number = 1; number <= months; number++) {
            var month = new Month(first.plusMonths(number - 1L), number, months - number);
            if (number > 1) {
                life.bill(month.on(1), percent);
            }
            habit.accept(life, month);
        }
        if (life.isBehind()) {
            t.fallBehind();
        }
    }

    private static void planned(LineLife life, Month month) {
        if (month.number() == Month.PLANNED) {
            life.plan(month.on(20), 6);
        } else if (month.number() < Month.PLANNED) {
            life.draw(month.on(20), life.some());
        }
    }
}
