package io.arrears.delinquency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a loan costs in all, in percent a year (L19): everything charged beside the principal, set against the principal that was
 * and will be outstanding, day by day, from the opening to the end of the schedule in force.
 *
 * <p>Charged is the interest, fees, penalty and damages of every instalment, due or not, every FEE, PENALTY and DAMAGES entry that
 * stands, and the penalty that the policy accrued by the day; not what was waived, what a reversal took back (a charge that is
 * refunded is reversed), or what a newer schedule no longer asks for. Outstanding is the unpaid principal at the end of each day up to the
 * day before {@code asOf}, as that day's assessment has it, and from then on as it falls due; a rest within tolerance counts to its
 * due date. A loan is out for one day at least.
 *
 * <p>Everything is exact until {@link #percent}; a loan at exactly the cap is within it. Between two days on which its account is assessed
 * it changes by the accrued penalty and by what is overdue alone, so {@link #crossing} says when the answer does.
 *
 * <p>Example: 1000.00 opened on 1 January 2026, due with 240.00 of interest on 1 January 2027: 240 x 365 / (1000 x 365 days) = 24 %.
 *
 * <p>Source: PBOC announcement 3 of 2021, all costs charged against the principal that the borrower really had, by the year.
 *
 * @param charged minor units, without what accrued
 * @param principalDays minor units times days of the {@link DayCount}, without what is overdue from {@code asOf} on
 * @param overduePrincipal what each further day adds to it
 */
public record AllInCost(
        LocalDate asOf,
        long charged,
        BigDecimal principalDays,
        long overduePrincipal,
        List<Arrear> arrears,
        Policy policy,
        Policy.CostCap cap) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What an account costs as of a day, from a walk that was watched. */
    static AllInCost of(Walk walk, PrincipalDays seen, Policy policy, LocalDate asOf) {
        long charged = 0;
        for (Schedule book : walk.books()) {
            charged = Math.addExact(charged, book.chargesPaid() - book.waivedCharges());
        }
        List<Arrear> arrears = walk.inForce().arrears(asOf.toEpochDay());
        long overdue = 0;
        for (Arrear arrear : arrears) {
            overdue = Math.addExact(overdue, arrear.rest().principal());
        }
        return new AllInCost(
                asOf,
                Math.addExact(charged, walk.inForce().chargesUnpaid()),
                seen.withComing(walk.inForce()),
                overdue,
                arrears,
                policy,
                seen.cap());
    }

    public boolean isBeyond() {
        return isBeyond(asOf);
    }

    private boolean isBeyond(LocalDate day) {
        return chargedBy(day)
                        .multiply(HUNDRED)
                        .multiply(BigDecimal.valueOf(cap.dayCount().year()))
                        .compareTo(cap.percentAYear().multiply(principalDaysBy(day)))
                > 0;
    }

    private BigDecimal chargedBy(LocalDate day) {
        return BigDecimal.valueOf(Math.addExact(charged, Delinquency.accruedPenalty(day, arrears, policy)));
    }

    private BigDecimal principalDaysBy(LocalDate day) {
        return principalDays.add(BigDecimal.valueOf(overduePrincipal)
                .multiply(BigDecimal.valueOf(cap.dayCount().between(asOf, day))));
    }

    /** All that is charged, with what accrued, in minor units. */
    public long chargedInAll() {
        return chargedBy(asOf).longValueExact();
    }

    /** For people: two decimals, rounded up, so that what is beyond the cap never reads as the cap; none where no principal was lent. */
    public Optional<BigDecimal> percent() {
        BigDecimal days = principalDaysBy(asOf);
        return days.signum() == 0
                ? Optional.empty()
                : Optional.of(chargedBy(asOf)
                        .multiply(HUNDRED)
                        .multiply(BigDecimal.valueOf(cap.dayCount().year()))
                        .divide(days, 2, RoundingMode.CEILING));
    }

    /** The figure beside its cap. */
    public String text() {
        return percent().map(percent -> percent.toPlainString() + " %").orElse("no principal, but charges")
                + " a year, at most " + cap.percentAYear().toPlainString() + " %";
    }

    /**
     * The first day, before another on which the account is assessed anyway, on which it must be again since the answer is another; the
     * first of the next month at the latest, so that the day does not depend on the one on which it is asked.
     *
     * @param wakes none if it is not assessed again
     */
    @Nullable
    LocalDate crossing(@Nullable LocalDate wakes) {
        boolean isStill = overduePrincipal == 0 && (policy.accrual() == null || arrears.isEmpty());
        if (isStill) {
            return wakes;
        }
        LocalDate month = asOf.plusMonths(1).withDayOfMonth(1);
        LocalDate end = wakes == null || wakes.isAfter(month) ? month : wakes;
        boolean today = isBeyond();
        for (LocalDate day = asOf.plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            if (isBeyond(day) != today) {
                return day;
            }
        }
        return end;
    }
}
