package io.arrears.publish;

import io.arrears.delinquency.AgeBand;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Standing;
import io.arrears.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The layout of delinquency.csv: a row an account; columns in this order, money with the currency's decimals. */
public enum DelinquencyCsv {
    ACCOUNT_ID(row -> row.standing().account()),
    AS_OF(Delinquency::asOf),
    STATUS(Delinquency::status),
    DPD(Delinquency::dpd),
    REPORTED_DPD(Delinquency::reportedDpd),
    BUCKET(Delinquency::bucket),
    CLASS(Delinquency::fiveClass),
    OVERDUE_INSTALMENTS(Delinquency::overdueInstalments),
    OVERDUE_PRINCIPAL(money(row -> row.overdue().principal())),
    OVERDUE_INTEREST(money(row -> row.overdue().interest())),
    OVERDUE_FEE(money(row -> row.overdue().fee())),
    OVERDUE_PENALTY(money(row -> row.overdue().charged())),
    OVERDUE_TOTAL(money(row -> row.overdue().total())),
    PRINCIPAL_1_30(money(row -> row.principalAged(AgeBand.DAYS_1_30))),
    PRINCIPAL_31_60(money(row -> row.principalAged(AgeBand.DAYS_31_60))),
    PRINCIPAL_61_90(money(row -> row.principalAged(AgeBand.DAYS_61_90))),
    PRINCIPAL_91_180(money(row -> row.principalAged(AgeBand.DAYS_91_180))),
    PRINCIPAL_181_UP(money(row -> row.principalAged(AgeBand.DAYS_181_UP))),
    BALANCE(money(row -> row.standing().balance())),
    UNALLOCATED(money(row -> row.standing().unallocated())),
    OLDEST_DUE_ON(row -> row.standing().oldestDueOn()),
    EPISODE_STARTED_ON(row -> row.standing().episodeStartedOn()),
    LAST_PAID_ON(row -> {
        Standing.LastPayment paid = row.standing().lastPayment();
        return paid == null ? null : paid.valueOn();
    }),
    LAST_PAID_AMOUNT(row -> {
        Standing.LastPayment paid = row.standing().lastPayment();
        return paid == null ? null : amount(row, paid.amount());
    }),
    CLOSED_ON(row -> row.standing().closedOn()),
    SCHEDULE_VERSION(row -> row.standing().scheduleVersion());

    public static final String FILE = "delinquency.csv";

    private static final DelinquencyCsv[] COLUMNS = values();

    private final Function<Delinquency, @Nullable Object> value;

    DelinquencyCsv(Function<Delinquency, @Nullable Object> value) {
        this.value = value;
    }

    /** The column's name in the header. */
    public String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static String header() {
        return Csv.line(Arrays.stream(COLUMNS).map(DelinquencyCsv::column).toList());
    }

    public static String line(Delinquency row) {
        List<String> values = new ArrayList<>(COLUMNS.length);
        for (DelinquencyCsv column : COLUMNS) {
            Object value = column.value.apply(row);
            values.add(value == null ? "" : value.toString());
        }
        return Csv.line(values);
    }

    private static Function<Delinquency, @Nullable Object> money(ToLongFunction<Delinquency> minor) {
        return row -> amount(row, minor.applyAsLong(row));
    }

    private static String amount(Delinquency row, long minor) {
        return Money.text(minor, row.standing().currency().getDefaultFractionDigits());
    }
}
