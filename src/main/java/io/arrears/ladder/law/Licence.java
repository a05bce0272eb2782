package io.arrears.ladder.law;

/** What a lender is licensed as, which says which rules bind it; without one all do (L13). */
public enum Licence {
    BANK,
    CONSUMER_FINANCE,
    SMALL_LOAN,
    AGENCY,
    CREDITOR
}
