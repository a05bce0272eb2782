package io.arrears.delinquency;

import io.arrears.ledger.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lender's choices that an assessment depends on, besides the facts and the date; every key of section 3's rules.
 *
 * @param calendar rolls due dates to the following business day (D1); none leaves them as they are
 * @param tolerance minor units by currency, 0 where absent (D7)
 * @param classes reported DPD to five-class 1-5 (D14)
 * @param restructuredMinClass the best class of a re-aged account; 1 sets no floor (D14)
 * @param accrual penalty accrued by the day, beside what the ledger posts (D15)
 * @param costCap what a loan may cost in all; none without a cap (L19)
 * @param threshold from when arrears count as overdue; a bureau's may differ from the ledger's own
 */
public record Policy(
        ZoneId zone,
        @Nullable BusinessCalendar calendar,
        Map<Currency, Long> tolerance,
        Grace grace,
        Allocation allocation,
        List<Component> componentOrder,
        boolean chargesAge,
        Bands<String> buckets,
        Bands<Integer> classes,
        int restructuredMinClass,
        @Nullable Accrual accrual,
        @Nullable CostCap costCap,
        Threshold threshold) {

    /** How a credit is spread (D3). */
    public enum Allocation {
        INSTALMENT_FIRST,
        COMPONENT_FIRST
    }

    /** From where DPD counts once grace is over (D6). */
    public enum GraceMode {
        COUNT_BACK,
        SHIFT
    }

    /** Days after the due date on which nothing is reported overdue yet (D6). */
    public record Grace(int days, GraceMode mode) {
        public Grace {
            if (days < 0) {
                throw new IllegalArgumentException("grace days cannot be negative");
            }
        }
    }

    /** What accrued penalty is reckoned on: unpaid principal, or principal, interest and fee (D15). */
    public enum AccrualBase {
        PRINCIPAL,
        TOTAL
    }

    /**
     * A rate at which penalty accrues.
     *
     * @param disclosedIn the signed table in which the rate stands; none if the lender names none
     * @param askedFrom from which day of opening on the law asks loans for that table; none if it does not
     */
    public record Accrual(
            BigDecimal ratePerDay,
            AccrualBase base,
            @Nullable String disclosedIn,
            @Nullable LocalDate askedFrom) {

        /** Whether the law asks a loan opened on a day for a table in which this rate stands, and the lender names none. */
        public boolean isUndisclosed(LocalDate openedOn) {
            return disclosedIn == null && askedFrom != null && !openedOn.isBefore(askedFrom);
        }
    }

    /**
     * What a loan may cost in all, as {@link AllInCost} reckons it.
     *
     * @param percentAYear above 0; a loan of exactly this is within
     * @param openedFrom from which day of opening on loans are asked; none for all
     */
    public record CostCap(
            BigDecimal percentAYear,
            DayCount dayCount,
            @Nullable LocalDate openedFrom) {

        public boolean binds(LocalDate openedOn) {
            return openedFrom == null || !openedOn.isBefore(openedFrom);
        }
    }

    /**
     * From which amount and from which day on arrears count as overdue.
     *
     * <p>Example: with a floor of 1, 0.40 unpaid of each of three instalments is overdue since the third fell due.
     *
     * @param floor in whole units of the currency: below it nothing is overdue, and days count from the due date of the arrear
     *     that reaches it, oldest first
     * @param onLastDayOfMonth whether what falls due on a month's last day and is unpaid at its end is overdue by a day then
     */
    public record Threshold(BigDecimal floor, boolean onLastDayOfMonth) {

        /** The floor in minor units. */
        public long floorIn(Currency currency) {
            return floor.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
        }

        /** The ledger's own: every arrear, from the day after its due date (D4). */
        public static final Threshold LEDGER = new Threshold(BigDecimal.ZERO, false);
    }

    public Policy {
        tolerance = Map.copyOf(tolerance);
        componentOrder = whole(componentOrder);
        if (componentOrder.size() != Component.values().length
                || !EnumSet.copyOf(componentOrder).equals(EnumSet.allOf(Component.class))) {
            throw new IllegalArgumentException("component order names each component once");
        }
    }

    /** Damages, where an order does not name them, stand behind penalty: no policy named them before there were any. */
    private static List<Component> whole(List<Component> order) {
        List<Component> whole = new ArrayList<>(order);
        if (!whole.contains(Component.DAMAGES)) {
            whole.add(whole.indexOf(Component.PENALTY) + 1, Component.DAMAGES);
        }
        return List.copyOf(whole);
    }

    public long toleranceIn(Currency currency) {
        return tolerance.getOrDefault(currency, 0L);
    }

    /** The same policy with arrears that count as overdue from elsewhere on; what a loan costs is no matter of that. */
    public Policy with(Threshold otherwise) {
        return new Policy(
                zone,
                calendar,
                tolerance,
                grace,
                allocation,
                componentOrder,
                chargesAge,
                buckets,
                classes,
                restructuredMinClass,
                accrual,
                null,
                otherwise);
    }

    /** The least that is overdue, in minor units. */
    public long floorIn(Currency currency) {
        return threshold.floorIn(currency);
    }

    /** The first day on which something unpaid is an arrear: the one after its due date, if nothing else is chosen (D4). */
    long arrearFrom(long due) {
        boolean sameDay = threshold.onLastDayOfMonth()
                && grace.days() == 0
                && due != Schedule.NEVER
                && LocalDate.ofEpochDay(due + 1).getDayOfMonth() == 1;
        return sameDay || due == Schedule.NEVER ? due : due + 1;
    }

    /** The due date that counts (D1). */
    public LocalDate dueDate(LocalDate agreed) {
        return calendar == null ? agreed : calendar.following(agreed);
    }

    /** What is reported of a raw DPD: 0 within grace; beyond it counted from the due date or from the end of grace (D6). */
    public int reportedDpd(int dpd) {
        if (dpd <= grace.days()) {
            return 0;
        }
        return switch (grace.mode()) {
            case COUNT_BACK -> dpd;
            case SHIFT -> dpd - grace.days();
        };
    }
}
