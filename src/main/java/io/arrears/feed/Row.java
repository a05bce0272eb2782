package io.arrears.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one row in its layout's order, as their kinds say (see {@link Kind}); null where there is none. */
@SuppressWarnings("ArrayRecordComponent") // never compared; a ledger has tens of millions of them
public record Row(
        Feed feed, long line, long ordinal, @Nullable Object[] values) {

    public @Nullable Object at(int position) {
        return values[position];
    }

    /** A required value. */
    public String text(int position) {
        return (String) Objects.requireNonNull(values[position]);
    }

    /** The row's key as text, which only a row whose key was read has. */
    public String key() {
        return feed.layout().keyOf(values);
    }
}
