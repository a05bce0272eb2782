package io.arrears.sample;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One ledger entry, in minor units.
 *
 * @param split the credit's own split, which adds up to the amount; null for none
 */
record Posting(
        String id,
        String type,
        LocalDate valueOn,
        Instant postedAt,
        long amount,
        @Nullable String reverses,
        @Nullable Parts split,
        @Nullable String paidBy) {}
