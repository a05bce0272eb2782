package io.arrears.ledger;

import java.time.LocalDate;
import java.util.Currency;

/** One loan of one lender, as far as its delinquency depends on it. */
public record Account(AccountId id, String lender, String product, LocalDate openedOn, Currency currency) {}
