package io.arrears.bureau.pboc.terms;

import java.math.RoundingMode;

/** The amounts of records, each with its rounding to whole units where nothing else is chosen. */
public enum Amount {
    LOAN("LoanAmt", RoundingMode.CEILING),
    LIABLE("ArlpAmt", RoundingMode.CEILING),
    BALANCE("AcctBal", RoundingMode.CEILING),
    OVERDUE("TotOverd", RoundingMode.CEILING),
    OVERDUE_PRINCIPAL("OverdPrinc", RoundingMode.CEILING),
    /** In each band of age; their sum is never told as more than the principal that they share. */
    PRINCIPAL_BY_AGE("principal-by-age", RoundingMode.FLOOR),
    DUE("CurRpyAmt", RoundingMode.CEILING),
    PAID("ActRpyAmt", RoundingMode.CEILING),
    LAST_PAID("LatRpyAmt", RoundingMode.CEILING),
    TRADED("TranAmt", RoundingMode.CEILING);

    private final String written;
    private final RoundingMode usual;

    Amount(String written, RoundingMode usual) {
        this.written = written;
        this.usual = usual;
    }

    /** As the bureau's file writes it: its tag. */
    public String written() {
        return written;
    }

    RoundingMode usual() {
        return usual;
    }
}
