package io.arrears.delivery;

import io.arrears.feed.Column;
import io.arrears.feed.Fault;
import io.arrears.feed.RawRow;
import io.arrears.feed.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row on its way through the checks of its chunk; the first fault found stays. */
final class Candidate {

    private final RawRow raw;
    private final @Nullable Row row;
    private final @Nullable AccountRef account;
    private @Nullable Column column;
    private @Nullable Fault fault;

    Candidate(
            RawRow raw,
            @Nullable Row row,
            @Nullable AccountRef account,
            @Nullable Column column,
            @Nullable Fault fault) {
        this.raw = raw;
        this.row = row;
        this.account = account;
        this.column = column;
        this.fault = fault;
    }

    RawRow raw() {
        return raw;
    }

    boolean isGood() {
        return fault == null;
    }

    /** The values, once they could be read. */
    Row row() {
        return Objects.requireNonNull(row);
    }

    /** The account that the row names, where it is known. */
    @Nullable
    AccountRef account() {
        return account;
    }

    void fail(Column at, Fault why) {
        if (fault == null) {
            column = at;
            fault = why;
        }
    }

    Column column() {
        return Objects.requireNonNull(column);
    }

    Fault fault() {
        return Objects.requireNonNull(fault);
    }
}
