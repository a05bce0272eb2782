package io.arrears.publish;

import io.arrears.delinquency.Arrear;
import io.arrears.delinquency.ObligationKind;
import io.arrears.delinquency.Standing;
import java.util.List;

/**
 * What a report counts accounts by and delinquency.csv does not say: a line an account opened by the night, the closed ones
 * too, in key order, in part files that are never published.
 *
 * <p>Columns: account_id, currency, opened_on, and 1 while instalment 1 of the schedule in force is past due and unpaid.
 */
public final class Traits {

    public static final String PART = "traits";

    private static final String FIRST_INSTALMENT = "1";

    private Traits() {}

    public static String line(Standing standing) {
        return Csv.line(List.of(
                standing.account().toString(),
                standing.currency().getCurrencyCode(),
                standing.openedOn().toString(),
                standing.arrears().stream().anyMatch(Traits::isFirst) ? "1" : "0"));
    }

    private static boolean isFirst(Arrear arrear) {
        return arrear.kind() == ObligationKind.INSTALMENT && arrear.reference().equals(FIRST_INSTALMENT);
    }
}
