package io.arrears.bureau.pboc.xml;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.PbocRecord;
import org.jspecify.annotations.Nullable;

/** What a line turned out to be: a record, or the fault that keeps it from being one. */
public record Parsed(@Nullable PbocRecord record, @Nullable Fault fault) {

    public Parsed {
        if ((record == null) == (fault == null)) {
            throw new IllegalArgumentException("either a record or a fault");
        }
    }
}
