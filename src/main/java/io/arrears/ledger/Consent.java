package io.arrears.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A borrower's written consent to be reported to one bureau. */
public record Consent(
        String bureau,
        String formVersion,
        Instant givenAt,
        @Nullable Instant withdrawnAt) {}
