package io.arrears.ladder;

import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Timeline;
import io.arrears.ladder.law.Law;
import io.arrears.ladder.stage.Ladder;
import io.arrears.ladder.stage.Position;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.FactsAtCutoffs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One night of a lender's ladder.
 *
 * @param generatedAt fixed when the run first started, so that a resumed night calls the same people on the same day
 * @param before the last published night; none before the first
 * @param attemptsKnown whether the log of attempts reaches the as-of date (L4)
 * @param unknownRejects whether rows are open whose account nobody knows, and which can be anybody's (L3)
 */
public record LadderNight(
        Ladder ladder,
        Law law,
        Policy policy,
        LocalDate asOf,
        Instant generatedAt,
        @Nullable Before before,
        boolean attemptsKnown,
        boolean unknownRejects) {

    /** The ladder, the policy and the day of the last published night. */
    public record Before(Ladder ladder, Policy policy, LocalDate asOf) {}

    /** Whether nothing changed and the stage began by then, so that the last published night had it without assessing that day again. */
    @SuppressWarnings("ReferenceEquality")
    boolean stoodBefore(FactsAtCutoffs facts, Position position) {
        return before != null
                && facts.before() == facts.now()
                && !position.since().isAfter(before.asOf())
                && Objects.equals(before.ladder(), ladder)
                && Objects.equals(before.policy(), policy);
    }

    /** Where an account stood on the last published night, by what that night knew. */
    Optional<Position> positionBefore(@Nullable AccountFacts facts) {
        if (before == null || facts == null || facts.account().openedOn().isAfter(before.asOf())) {
            return Optional.empty();
        }
        return Position.on(before.ladder(), before.policy(), Timeline.of(facts, before.policy(), before.asOf()));
    }
}
