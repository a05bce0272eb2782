package io.arrears.delinquency;

import static java.time.temporal.ChronoUnit.DAYS;

import io.arrears.ledger.Component;
import io.arrears.ledger.Components;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one account on one day, read off its standing: what delinquency.csv lists and bureaus are told.
 *
 * <p>Amounts are minor units; {@code overdue} holds the arrears' rests and, as penalty, what is accrued (D4, D15).
 *
 * <p>Example: instalments of 1000 due 10 February and 10 March unpaid, as of 31 March: DPD 49, two overdue
 * instalments, principal 1000 in 31-60 and 1000 in 1-30.
 */
public record Delinquency(
        Standing standing,
        LocalDate asOf,
        Status status,
        int dpd,
        int reportedDpd,
        String bucket,
        int fiveClass,
        int overdueInstalments,
        Components overdue,
        long accruedPenalty,
        Map<AgeBand, Long> principalByAge) {

    /** What the standing says on a day on which it holds (from its run's as-of to the day before it wakes). */
    public static Delinquency on(LocalDate asOf, Standing standing, Policy policy) {
        LocalDate oldest = oldest(standing, policy);
        boolean isArrear = oldest != null && policy.arrearFrom(oldest.toEpochDay()) <= asOf.toEpochDay();
        int dpd = isArrear ? Math.max(1, dpd(oldest, asOf)) : 0;
        int reportedDpd = policy.reportedDpd(dpd);
        int instalments = 0;
        Components overdue = Components.NONE;
        Map<AgeBand, Long> byAge = new EnumMap<>(AgeBand.class);
        for (Arrear arrear : standing.arrears()) {
            overdue = overdue.plus(arrear.rest());
            if (!arrear.kind().isCharge() && dpd > 0) {
                instalments += oldest != null && arrear.dueOn().isBefore(oldest) ? 0 : 1;
                AgeBand band = AgeBand.of(Math.max(1, Math.min(dpd, age(arrear, asOf))));
                byAge.merge(band, arrear.rest().principal(), Math::addExact);
            }
        }
        long accrued = accruedPenalty(asOf, standing.arrears(), policy);
        Status status = Status.of(standing);
        return new Delinquency(
                standing,
                asOf,
                status,
                dpd,
                reportedDpd,
                policy.buckets().at(reportedDpd),
                fiveClass(status, reportedDpd, standing, policy),
                instalments,
                accrued == 0 ? overdue : overdue.plus(new Components(0, 0, 0, accrued)),
                accrued,
                byAge);
    }

    /** The due date that days count from: what is short of the threshold's floor is as good as paid. */
    private static @Nullable LocalDate oldest(Standing standing, Policy policy) {
        long floor = policy.floorIn(standing.currency());
        if (floor == 0) {
            return standing.oldestDueOn();
        }
        long ageing = 0;
        for (Arrear arrear : standing.arrears()) {
            ageing += arrear.ages() ? arrear.rest().total() : 0;
            if (ageing >= floor) {
                return arrear.dueOn();
            }
        }
        return null;
    }

    /** Days past due on a day, counted from the due date of the oldest arrear; 0 with none (D5). */
    public static int dpd(@Nullable LocalDate oldestDueOn, LocalDate asOf) {
        return oldestDueOn == null ? 0 : Math.toIntExact(DAYS.between(oldestDueOn, asOf));
    }

    /** The same with other entries of the review. */
    public Delinquency reviewed(List<Review> reviews) {
        return new Delinquency(
                standing.with(standing.arrears(), reviews),
                asOf,
                status,
                dpd,
                reportedDpd,
                bucket,
                fiveClass,
                overdueInstalments,
                overdue,
                accruedPenalty,
                principalByAge);
    }

    public long principalAged(AgeBand band) {
        return principalByAge.getOrDefault(band, 0L);
    }

    private static int age(Arrear arrear, LocalDate asOf) {
        return Math.toIntExact(DAYS.between(arrear.dueOn(), asOf));
    }

    private static int fiveClass(Status status, int reportedDpd, Standing standing, Policy policy) {
        Integer committee = standing.fiveClass();
        int fiveClass = committee != null
                ? committee
                : status == Status.CHARGED_OFF
                        ? policy.classes().last()
                        : policy.classes().at(reportedDpd);
        return standing.restructured() && status != Status.CLOSED
                ? Math.max(fiveClass, policy.restructuredMinClass())
                : fiveClass;
    }

    /** Rate per day times the sum of base times age, rounded half-up once; of what is not due yet on the day nothing (D15). */
    static long accruedPenalty(LocalDate asOf, List<Arrear> arrears, Policy policy) {
        Policy.Accrual accrual = policy.accrual();
        if (accrual == null) {
            return 0;
        }
        BigDecimal baseDays = BigDecimal.ZERO;
        for (Arrear arrear : arrears) {
            long base = arrear.rest().get(Component.PRINCIPAL);
            if (accrual.base() == Policy.AccrualBase.TOTAL) {
                base = Math.addExact(
                        base,
                        Math.addExact(arrear.rest().interest(), arrear.rest().fee()));
            }
            baseDays =
                    baseDays.add(BigDecimal.valueOf(base).multiply(BigDecimal.valueOf(Math.max(0, age(arrear, asOf)))));
        }
        return accrual.ratePerDay()
                .multiply(baseDays)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
