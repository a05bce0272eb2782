package io.arrears.reconcile;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Expectation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What a bureau holds that R6 looks at: accounts, or the contracts that they stand under. */
interface HoldingKind {

    Words words();

    /** What the bureau holds; none where the account has none of the kind. */
    AccountOnFile.@Nullable Holding held(AccountOnFile account);

    /** What it must hold by the ledger; none where it need not hold anything of the kind. */
    @Nullable
    Expectation expected(AccountOnFile account, LedgerAccount ledger);

    /** Whether a row of a list is about one of the kind. */
    boolean isListed(CSVRecord row);

    /** The amount of a day by the ledger, in the bureau's units; none where the two days cannot be compared. */
    @Nullable
    BigDecimal amount(LedgerAccount ledger, LocalDate day);

    /**
     * How checks and differences speak of a kind.
     *
     * @param scope what stands behind the bureau's name
     * @param named what a difference begins with
     * @param plural of what is counted
     * @param amount what the amounts are called
     * @param compared what the amounts are of
     * @param byLedger what the ledger's amount is taken from, of one and of all
     */
    record Words(
            String scope,
            String named,
            String plural,
            String amount,
            String compared,
            String same,
            String amounts,
            String byLedger,
            String allByLedger) {}

    /** Whether a list's row is about a record of a contract. */
    static boolean isOfContract(Bureau bureau, CSVRecord row) {
        return bureau.contracts()
                .filter(contracts -> contracts.isKind(row.get("kind")))
                .isPresent();
    }
}
