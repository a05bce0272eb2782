package io.arrears.reconcile;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Contracts;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.ReportingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The contracts of lines, whose amount is the limit. */
record ContractHoldings(Contracts contracts, ReportingCalendar.Due due) implements HoldingKind {

    private static final Words WORDS = new Words(
            " contracts",
            "its contract: ",
            "contracts of lines",
            "limit",
            "newest records of contracts in force that it holds or will",
            "those with the limit that was agreed by then",
            "limits of these records, in its units",
            "was agreed",
            "what was agreed by the days of these records");

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public AccountOnFile.@Nullable Holding held(AccountOnFile account) {
        return account.contract();
    }

    @Override
    public @Nullable Expectation expected(AccountOnFile account, LedgerAccount ledger) {
        return ledger.view().isLine() ? contracts.expected(ledger.view(), due, account.heldSince()) : null;
    }

    @Override
    public boolean isListed(CSVRecord row) {
        return contracts.isKind(row.get("kind"));
    }

    @Override
    public @Nullable BigDecimal amount(LedgerAccount ledger, LocalDate day) {
        AccountView line = ledger.view();
        Map.Entry<LocalDate, Long> limit = line.limits().floorEntry(day);
        return limit == null
                ? null
                : contracts.limit(limit.getValue(), ledger.standing().currency());
    }
}
