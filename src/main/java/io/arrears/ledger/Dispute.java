package io.arrears.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A borrower's objection to what is recorded of an account; open until it is resolved. */
public record Dispute(
        String id, LocalDate openedOn, @Nullable LocalDate resolvedOn) {}
