package io.arrears.delinquency;

import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.ledger.AccountFacts;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a review that two people accepted: it holds its account no more, as long as the rows that it rests on stay as they were.
 *
 * @param fact what it rested on then, as {@link ReviewFact} digests it
 * @param at just after the cutoff of every run that had started, or later
 */
public record AcceptedReview(Review review, String fact, Instant at, List<String> people, String reason) {

    public AcceptedReview {
        people = List.copyOf(people);
    }

    public static AcceptedReview by(TwoPeople people, Reason reason, Review review, String fact, Instant at) {
        return new AcceptedReview(review, fact, at, people.names(), reason.text());
    }

    /** Whether the facts still say what was accepted. */
    public boolean stands(AccountFacts facts) {
        return ReviewFact.digest(review, facts).filter(fact::equals).isPresent();
    }

    /** {@code ann and bob}. */
    public String by() {
        return String.join(" and ", people);
    }
}
