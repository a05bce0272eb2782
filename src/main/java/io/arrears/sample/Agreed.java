package io.arrears.sample;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One agreement; {@code version} is null when it names no schedule version. */
record Agreed(
        String id,
        String type,
        LocalDate agreedOn,
        LocalDate effectiveOn,
        Instant postedAt,
        @Nullable Integer version) {}
