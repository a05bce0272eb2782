package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Adds up the principal outstanding at the end of each day from an account's opening on, in minor units times days (L19). */
final class PrincipalDays implements DayByDay {

    private final LocalDate openedOn;
    private final LocalDate asOf;
    private final Policy.CostCap cap;
    private BigDecimal days = BigDecimal.ZERO;
    private long lent;

    private PrincipalDays(LocalDate openedOn, LocalDate asOf, Policy.CostCap cap) {
        this.openedOn = openedOn;
        this.asOf = asOf;
        this.cap = cap;
    }

    /** None where no cap binds the account, or it has no schedule to reckon by. */
    static @Nullable PrincipalDays of(AccountFacts facts, Policy policy, LocalDate asOf) {
        Policy.CostCap cap = policy.costCap();
        LocalDate openedOn = facts.account().openedOn();
        boolean isLoan = !facts.account().isLine() && !facts.instalments().isEmpty();
        return cap == null || !cap.binds(openedOn) || !isLoan ? null : new PrincipalDays(openedOn, asOf, cap);
    }

    Policy.CostCap cap() {
        return cap;
    }

    @Override
    public void observe(long day, long next, Schedule schedule) {
        LocalDate from = later(LocalDate.ofEpochDay(day), openedOn);
        LocalDate to = LocalDate.ofEpochDay(next);
        add(schedule, from, to.isAfter(asOf) ? asOf : to, true);
        lent = lent == 0 ? schedule.lent() : lent;
    }

    /** What was outstanding before the day and will be, as it falls due. */
    BigDecimal withComing(Schedule schedule) {
        PrincipalDays whole = new PrincipalDays(openedOn, asOf, cap);
        whole.days = days;
        whole.add(schedule, later(asOf, openedOn), LocalDate.MAX, false);
        return whole.days.max(BigDecimal.valueOf(lent));
    }

    /** @param staysOut whether what is unpaid when it falls due is outstanding to the last of these days */
    private void add(Schedule schedule, LocalDate from, LocalDate to, boolean staysOut) {
        for (Obligation obligation : schedule.obligations()) {
            long rest = obligation.rest(Component.PRINCIPAL);
            boolean isToTheEnd = staysOut && !schedule.withinTolerance(obligation);
            LocalDate end = isToTheEnd || obligation.dueOn.isAfter(to) ? to : obligation.dueOn;
            if (rest > 0 && end.isAfter(from)) {
                days = days.add(BigDecimal.valueOf(rest)
                        .multiply(BigDecimal.valueOf(cap.dayCount().between(from, end))));
            }
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
