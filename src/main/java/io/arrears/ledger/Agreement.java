package io.arrears.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One agreement; where it names a schedule version, that version is in force from {@code effectiveOn} (D8). */
public record Agreement(
        String id,
        AgreementType type,
        LocalDate agreedOn,
        LocalDate effectiveOn,
        Instant postedAt,
        @Nullable Integer version) {

    /** The order in which agreements act (D8): effective date, posted_at, agreement id. */
    public static final Comparator<Agreement> ORDER = Comparator.comparing(Agreement::effectiveOn)
            .thenComparing(Agreement::postedAt)
            .thenComparing(Agreement::id);
}
