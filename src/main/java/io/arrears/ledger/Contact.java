package io.arrears.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the borrower named, or who was found, through whom a borrower may be located; no party to the loan (L11).
 *
 * @param relation UNRELATED where nothing is known of it
 * @param source none where nobody says where the data are from
 * @param phoneDigits none when erased, or when the telephone has no digit
 */
public record Contact(
        String id,
        RelationClass relation,
        @Nullable ContactSource source,
        @Nullable String phoneDigits,
        @Nullable Instant optedOutAt,
        @Nullable Instant erasedAt) {

    @Override
    public String toString() {
        return "Contact[" + id + "]";
    }
}
