package io.arrears.ledger;

import java.time.LocalDate;

/** One scheduled obligation of one schedule version; {@code dueOn} as agreed, before any roll to a business day. */
public record Instalment(int version, int number, LocalDate dueOn, Components owed) {}
