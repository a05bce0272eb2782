package io.arrears.ledger;

import java.time.LocalDate;
import java.util.Currency;

/**
 * One loan of one lender, as far as its delinquency depends on it.
 *
 * @param principal what this book took on, in minor units: the loan, or what was left of it when it was boarded (D19)
 * @param termCount how many instalments were agreed, and so the last one's number (D19)
 */
public record Account(
        AccountId id,
        String lender,
        String product,
        LocalDate openedOn,
        Currency currency,
        long principal,
        int termCount) {}
