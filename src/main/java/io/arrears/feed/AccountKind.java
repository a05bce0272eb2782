package io.arrears.feed;

/** What sort of account a row of accounts.csv is. */
enum AccountKind {
    INSTALMENT,
    REVOLVING
}
