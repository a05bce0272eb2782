package io.arrears.ledger;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One account of one lender, a loan or a line of credit, as far as its delinquency depends on it.
 *
 * @param principal what this book took on, in minor units: the loan, or what was left of it when it was boarded (D19)
 * @param termCount how many instalments were agreed, and so the last one's number (D19); 0 of a line
 * @param line of a line its limit and how often it is billed; none of a loan
 */
public record Account(
        AccountId id,
        String lender,
        String product,
        LocalDate openedOn,
        Currency currency,
        long principal,
        int termCount,
        @Nullable CreditLine line) {

    /** A loan. */
    public Account(
            AccountId id,
            String lender,
            String product,
            LocalDate openedOn,
            Currency currency,
            long principal,
            int termCount) {
        this(id, lender, product, openedOn, currency, principal, termCount, null);
    }

    /** Whether it is drawn, billed and paid again, instead of being repaid by a schedule (D16). */
    public boolean isLine() {
        return line != null;
    }
}
