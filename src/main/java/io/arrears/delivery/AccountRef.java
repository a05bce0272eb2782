package io.arrears.delivery;

import java.util.Currency;

/**
 * What other rows need to know of an account.
 *
 * @param isLine it is of kind REVOLVING
 * @param inLedger it was there before this delivery
 */
public record AccountRef(String lender, String currency, boolean isLine, boolean inLedger) {

    public int decimals() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
