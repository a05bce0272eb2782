package io.arrears.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A five-class judgement of the lender's own committee, 1 to 5, which overrides the table from its date on (D14). */
public record ClassFact(String factId, int fiveClass, LocalDate effectiveOn, Instant postedAt) {

    public static final String KEY = "five_class";

    /** The last in this order holds. */
    public static final Comparator<ClassFact> ORDER = Comparator.comparing(ClassFact::effectiveOn)
            .thenComparing(ClassFact::postedAt)
            .thenComparing(ClassFact::factId);

    public ClassFact {
        if (fiveClass < 1 || fiveClass > 5) {
            throw new IllegalArgumentException("five_class is 1 to 5, not " + fiveClass);
        }
    }

    /** Those of an account's facts, each in its newest form, that are judgements. */
    public static List<ClassFact> among(List<BureauFact> facts) {
        return facts.stream()
                .filter(fact -> fact.key().equals(KEY))
                .map(fact -> new ClassFact(
                        fact.factId(), Integer.parseInt(fact.value()), fact.effectiveOn(), fact.postedAt()))
                .toList();
    }
}
