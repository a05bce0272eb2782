package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.AccountType.R3;
import static io.arrears.bureau.pboc.record.Records.closedLoan;
import static io.arrears.bureau.pboc.record.Records.overdueLoan;
import static io.arrears.bureau.pboc.record.Records.paidLoan;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.Records.settled;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.rule.Broken.broken;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the items of a month say of each other. */
class MonthlyRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken(
                        "I2100A01",
                        "OvedrawBaOve180",
                        set(settled(R3), MONTHLY, "RpyStatus", "7", "AcctBal", "100", "OvedrawBaOve180", "101")),
                broken("I2100A02", "AcctBal", set(settled(R3), MONTHLY, "AcctBal", "1")),
                broken("I2100A04", "AcctBal", set(settled(R3), MONTHLY, "RpyStatus", "1")),
                broken("I2100H01", "RpyPrct", set(settled(R2), MONTHLY, "RpyPrct", "100")),
                broken("I2100H02", "SettDate", set(overdueLoan(), MONTHLY, "SettDate", "2026-02-28")),
                broken(
                        "I2100H03",
                        "TotOverd",
                        set(
                                overdueLoan(),
                                MONTHLY,
                                "AcctStatus",
                                "42",
                                "RpyStatus",
                                "B",
                                "TotOverd",
                                "0",
                                "OverdPrinc",
                                "0",
                                "Oved31_60Princ",
                                "0")),
                broken("I2100H04", "AcctBal", set(settled(R2), MONTHLY, "AcctStatus", "6", "AcctBal", "1")),
                broken("I2100H04", "RpyStatus", set(settled(R3), MONTHLY, "AcctStatus", "6", "RpyStatus", "N")),
                broken("I2100H05", "CurRpyAmt", set(settled(D1), MONTHLY, "CurRpyAmt", "1")),
                broken("I2100H05", "OverdPrd", set(settled(D1), MONTHLY, "OverdPrd", "1")),
                broken("I2100H05", "TotOverd", set(settled(D1), MONTHLY, "TotOverd", "1")),
                broken("I2100H05", "PridAcctBal", set(settled(R2), MONTHLY, "PridAcctBal", "1")),
                broken("I2100H07", "OverdPrd", set(paidLoan(), MONTHLY, "OverdPrd", "1")),
                broken("I2100H07", "TotOverd", set(paidLoan(), MONTHLY, "RpyStatus", "M", "TotOverd", "1")),
                broken("I2100H09", "OverdPrd", set(overdueLoan(), MONTHLY, "OverdPrd", "0")),
                broken(
                        "I2100H09",
                        "TotOverd",
                        set(overdueLoan(), MONTHLY, "TotOverd", "0", "OverdPrinc", "0", "Oved31_60Princ", "0")),
                broken("I2100H10", "OverdPrinc", set(overdueLoan(), MONTHLY, "OverdPrinc", "2201")),
                broken("OWN0001", "OverdPrinc", set(overdueLoan(), MONTHLY, "Oved61_90Princ", "1001")),
                broken("I2100H11", "AcctBal", set(closedLoan(), MONTHLY, "AcctBal", "1")),
                broken("I2100H12", "RpyStatus", set(closedLoan(), MONTHLY, "RpyStatus", "N")),
                broken("I2100H13", "CloseDate", set(closedLoan(), MONTHLY, "CloseDate", "2026-03-24")),
                broken("I2100H14", "CloseDate", set(closedLoan(), MONTHLY, "CloseDate", "")),
                broken("I2100H15", "OverdPrd", set(closedLoan(), MONTHLY, "OverdPrd", "1")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }
}
