package io.arrears.publish;

import io.arrears.delinquency.Movement;
import io.arrears.delinquency.Movements;
import io.arrears.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of movements.csv: a row for each account whose overdue amount moved since the lender's last run; what it was,
 * why it moved, and what it is, with the currency's decimals.
 */
public final class MovementsCsv {

    public static final String FILE = "movements.csv";

    public static final String ACCOUNT_ID = "account_id";
    public static final String CURRENCY = "currency";
    public static final String OPENING = "opening";
    public static final String CLOSING = "closing";

    private MovementsCsv() {}

    public static String header() {
        List<String> columns = new ArrayList<>(List.of(ACCOUNT_ID, CURRENCY, OPENING));
        for (Movement movement : Movement.values()) {
            columns.add(movement.column());
        }
        columns.add(CLOSING);
        return Csv.line(columns);
    }

    public static String line(Movements row) {
        int decimals = row.currency().getDefaultFractionDigits();
        List<String> values = new ArrayList<>();
        values.add(row.account().value());
        values.add(row.currency().getCurrencyCode());
        values.add(Money.text(row.opening(), decimals));
        for (Movement movement : Movement.values()) {
            values.add(Money.text(row.of(movement), decimals));
        }
        values.add(Money.text(row.closing(), decimals));
        return Csv.line(values);
    }
}
