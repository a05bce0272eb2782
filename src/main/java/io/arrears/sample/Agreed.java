package io.arrears.sample;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One agreement.
 *
 * @param version null when it names no schedule version
 * @param amount in minor units; null for none
 */
record Agreed(
        String id,
        String type,
        LocalDate agreedOn,
        LocalDate effectiveOn,
        Instant postedAt,
        @Nullable Integer version,
        @Nullable Long amount) {}
