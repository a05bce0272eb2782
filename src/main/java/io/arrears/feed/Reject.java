package io.arrears.feed;

import org.jspecify.annotations.Nullable;

/**
 * A row that is not taken: where it stands, what is wrong, and which account waits for it.
 *
 * @param column the column at fault, empty when it is the row as a whole
 * @param masked the value as it may be shown
 * @param key the row's key, or {@code ?} and a digest of its text when the key itself cannot be read
 */
public record Reject(
        Feed feed,
        long line,
        String column,
        String masked,
        String reason,
        String key,
        @Nullable String accountId) {}
