package io.arrears.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What one bureau's format needs and the core columns lack, of an account or of a borrower.
 *
 * @param value may be personal
 */
public record BureauFact(String factId, String key, String value, LocalDate effectiveOn, Instant postedAt) {

    /** The last of a key in this order holds. */
    public static final Comparator<BureauFact> ORDER = Comparator.comparing(BureauFact::effectiveOn)
            .thenComparing(BureauFact::postedAt)
            .thenComparing(BureauFact::factId);

    @Override
    public String toString() {
        return "BureauFact[" + factId + " " + key + "]";
    }
}
