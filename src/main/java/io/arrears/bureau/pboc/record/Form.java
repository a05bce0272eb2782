package io.arrears.bureau.pboc.record;

/** What the values of an element look like, before any rule asks whether they are true. */
public enum Form {
    /** One of the element's codes. */
    CODE,
    /** An AcctStatus of the account's type. */
    ACCOUNT_STATUS,
    /** A RpyStatus of the account's type. */
    REPAYMENT_STATUS,
    /** A ChanTranType of the account's type. */
    TRADE_TYPE,
    /** ISO 4217, three letters. */
    CURRENCY,
    /** ISO 3166, three letters. */
    COUNTRY,
    /** A whole number from 0, of at most so many digits. */
    WHOLE,
    /** Exactly so many digits. */
    DIGITS,
    /** Exactly so many characters. */
    EXACT,
    /** A number of an organisation, exactly so many characters, with a check digit. */
    ORGANISATION,
    /** Text of at most so many characters. */
    TEXT,
    /** The number of an identity document, by the rule of its type. */
    IDENTITY,
    /** A code of the provider's own, which starts with its segment code. */
    BUSINESS_CODE,
    /** An account's or a contract's code: one of the provider's own, of letters and digits alone. */
    PLAIN_CODE,
    /** {@code 2026-03-31}, a day on which something happened: never after the report date. */
    DATE,
    /** {@code 2026-03-31}, a day that may be still to come. */
    COMING_DATE,
    /** {@code 2026-03-31}, the report date itself. */
    REPORT_DATE,
    /** {@code 2026-03}. */
    MONTH,
    /** {@code 2026}. */
    YEAR;

    public boolean isDay() {
        return this == DATE || this == COMING_DATE || this == REPORT_DATE;
    }
}
