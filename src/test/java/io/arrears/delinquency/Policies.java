package io.arrears.delinquency;

import io.arrears.ledger.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Loans#PLAIN} with a few of its choices made otherwise. */
public final class Policies {

    private ZoneId zone = Loans.PLAIN.zone();
    private @Nullable BusinessCalendar calendar;
    private final Map<Currency, Long> tolerance = new HashMap<>();
    private Policy.Grace grace = Loans.PLAIN.grace();
    private Policy.Allocation allocation = Policy.Allocation.INSTALMENT_FIRST;
    private List<Component> order = Loans.PLAIN.componentOrder();
    private boolean chargesAge;
    private Bands<String> buckets = Loans.PLAIN.buckets();
    private Bands<Integer> classes = Loans.PLAIN.classes();
    private int restructuredMinClass = 1;
    private Policy.@Nullable Accrual accrual;
    private Policy.@Nullable CostCap costCap;

    public static Policies policy() {
        return new Policies();
    }

    public Policies zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    public Policies rolling(BusinessCalendar days) {
        calendar = days;
        return this;
    }

    public Policies tolerance(String currency, long minor) {
        tolerance.put(Currency.getInstance(currency), minor);
        return this;
    }

    public Policies grace(int days, Policy.GraceMode mode) {
        grace = new Policy.Grace(days, mode);
        return this;
    }

    public Policies componentFirst() {
        allocation = Policy.Allocation.COMPONENT_FIRST;
        return this;
    }

    public Policies order(Component... components) {
        order = List.of(components);
        return this;
    }

    public Policies chargesAge() {
        chargesAge = true;
        return this;
    }

    public Policies buckets(Bands<String> bands) {
        buckets = bands;
        return this;
    }

    public Policies classes(Bands<Integer> bands) {
        classes = bands;
        return this;
    }

    public Policies restructuredMinClass(int floor) {
        restructuredMinClass = floor;
        return this;
    }

    public Policies accrues(String ratePerDay, Policy.AccrualBase base) {
        accrual = new Policy.Accrual(new BigDecimal(ratePerDay), base, null, null);
        return this;
    }

    /** The rate before, as it stands in a table or in none, which the law asks of loans opened from a day on. */
    public Policies disclosed(@Nullable String table, String askedFrom) {
        accrual = new Policy.Accrual(accrual.ratePerDay(), accrual.base(), table, LocalDate.parse(askedFrom));
        return this;
    }

    public Policies costing(String percentAYear, DayCount dayCount) {
        return costing(percentAYear, dayCount, null);
    }

    public Policies costing(String percentAYear, DayCount dayCount, @Nullable String openedFrom) {
        costCap = new Policy.CostCap(
                new BigDecimal(percentAYear), dayCount, openedFrom == null ? null : LocalDate.parse(openedFrom));
        return this;
    }

    public Policy build() {
        return new Policy(
                zone,
                calendar,
                tolerance,
                grace,
                allocation,
                order,
                chargesAge,
                buckets,
                classes,
                restructuredMinClass,
                accrual,
                costCap,
                Policy.Threshold.LEDGER);
    }
}
