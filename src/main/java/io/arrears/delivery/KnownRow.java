package io.arrears.delivery;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest form that the ledger has of a row.
 *
 * @param fixed what no later form may change, in the order of the layout's fixed columns
 * @param erasedAt when its person was erased; none for one who was not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a ledger has tens of millions of them
public record KnownRow(
        int revision,
        byte[] digest,
        List<String> fixed,
        @Nullable LocalDateTime erasedAt) {}
