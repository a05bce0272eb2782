package io.arrears.feed;

import io.arrears.money.Money;

/**
 * Decimal amounts as feeds write them: digits, at most one dot, no sign, no exponent.
 *
 * <p>The same meaning as {@link Money#minor}, read digit by digit, since a ledger has tens of millions of them. Example:
 * {@code minor("12.5", 2)} is 1250; {@code minor("12.50", 0)} is {@link #TOO_FINE}.
 */
final class Amounts {

    static final long NO_AMOUNT = -1;
    static final long NEGATIVE = -2;
    static final long TOO_FINE = -3;
    static final long TOO_LARGE = -4;

    private Amounts() {}

    /** The minor units, or one of the four negative constants. */
    static long minor(String text, int decimals) {
        long minor = 0;
        int digits = 0;
        int fraction = -1;
        boolean tooFine = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                if (fraction < 0 || fraction < decimals) {
                    minor = minor > Money.LIMIT ? minor : minor * 10 + (c - '0');
                } else {
                    tooFine |= c != '0';
                }
                fraction += fraction < 0 ? 0 : 1;
            } else if (c == '.' && fraction < 0 && digits > 0) {
                fraction = 0;
            } else {
                return c == '-' && i == 0 && minor(text.substring(1), decimals) >= 0 ? NEGATIVE : NO_AMOUNT;
            }
        }
        if (digits == 0 || fraction == 0) {
            return NO_AMOUNT;
        }
        for (int i = Math.max(fraction, 0); i < decimals; i++) {
            minor = minor > Money.LIMIT ? minor : minor * 10;
        }
        if (tooFine) {
            return TOO_FINE;
        }
        return minor > Money.LIMIT ? TOO_LARGE : minor;
    }
}
