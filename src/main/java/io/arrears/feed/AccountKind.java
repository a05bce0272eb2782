package io.arrears.feed;

/** What sort of account a row of accounts.csv is. */
public enum AccountKind {
    INSTALMENT,
    REVOLVING
}
