package io.arrears.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Of one account's or borrower's facts, the one of a key that holds on a day; none before the first is effective. */
    public static Optional<BureauFact> holding(List<BureauFact> facts, String key, LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key) && !fact.effectiveOn().isAfter(day))
                .max(ORDER);
    }

    @Override
    public String toString() {
        return "BureauFact[" + factId + " " + key + "]";
    }
}
