package io.arrears.reconcile;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.ReportingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Accounts themselves, whose amount is what they owe overdue. */
record AccountHoldings(Bureau bureau, Policy policy, ReportingCalendar.Due due) implements HoldingKind {

    private static final Words WORDS = new Words(
            "",
            "",
            "accounts",
            "overdue",
            "newest months that it holds or will, whose account has not changed since",
            "those with the overdue amount of their standings",
            "overdue amounts of these months, in its units",
            "by its standing",
            "what these standings, unchanged since, say of that day");

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public AccountOnFile.Holding held(AccountOnFile account) {
        return account.own();
    }

    @Override
    public Expectation expected(AccountOnFile account, LedgerAccount ledger) {
        return bureau.expected(ledger.view(), due);
    }

    @Override
    public boolean isListed(CSVRecord row) {
        return !HoldingKind.isOfContract(bureau, row);
    }

    /**
     * Only where the standing has held since the day: what changed since says nothing of it, nor does it say what fell due on the
     * day itself and is an arrear from the next one on, where the bureau counts that as overdue already.
     */
    @Override
    public @Nullable BigDecimal amount(LedgerAccount ledger, LocalDate day) {
        boolean wakesBehindIt = policy.threshold().onLastDayOfMonth()
                && day.plusDays(1).equals(ledger.standing().wakesOn());
        return ledger.since().isAfter(day) || wakesBehindIt
                ? null
                : bureau.overdue(Delinquency.on(day, ledger.standing(), policy));
    }
}
