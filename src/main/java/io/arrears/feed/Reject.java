package io.arrears.feed;

import org.jspecify.annotations.Nullable;

/**
 * A row that is not taken: where it stands, what is wrong, and which account waits for it.
 *
 * @param column the column at fault, empty when it is the row as a whole
 * @param masked the value as it may be shown
 * @param key the row's key, or {@code ?} and a digest of its text when the key itself cannot be read
 * @param of whose row it is, as far as that can be read
 */
public record Reject(Feed feed, long line, String column, String masked, String reason, String key, Of of) {

    /**
     * Whose a row is.
     *
     * @param borrower of a feed that says how a person is contacted
     * @param contact likewise
     */
    public record Of(
            @Nullable String account,
            @Nullable String borrower,
            @Nullable String contact) {

        public static Of account(@Nullable String id) {
            return new Of(id, null, null);
        }
    }

    public @Nullable String accountId() {
        return of.account();
    }
}
