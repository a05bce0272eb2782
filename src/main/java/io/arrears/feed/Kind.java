package io.arrears.feed;

/** What the values of a column are, and so how their text is read (see {@link Values}). */
public enum Kind {
    /** An id of the ledger: printable ASCII without spaces, a String. */
    ID,
    /** A lender's name, which is also the name of a folder and a file: a String. */
    LENDER,
    /** A bureau's name, or {@code *} for all of them: a String. */
    BUREAU,
    /** Free text up to the column's length: a String. */
    TEXT,
    /** One of the column's words: a String. */
    WORD,
    /** {@code 2026-11-20}: a LocalDate. */
    DATE,
    /** {@code 2026-11-20T23:59:59Z} or with an offset: a LocalDateTime of UTC, microseconds at the finest. */
    INSTANT,
    /** A decimal amount: a Long of minor units of the account's currency. */
    AMOUNT,
    /** A whole number from 0: an Integer. */
    COUNT,
    /** A rate from 0 with at most 4 digits before the dot and 8 after it: a BigDecimal. */
    RATE,
    /** ISO 3166 alpha-2: a String. */
    COUNTRY,
    /** ISO 4217, one that has decimals: a String. */
    CURRENCY
}
