package io.arrears.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a borrower was told about an account, through which channel, and how its delivery is evidenced. */
public record Notice(
        String id,
        String kind,
        String channel,
        Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable String evidence) {}
