package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.Assessment;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.delinquency.Standing;
import io.arrears.ledger.AccountFacts;
import io.arrears.store.Run;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assesses an account, and lets through only what the published standing does not say already. */
class Assessor {

    private final Run run;

    Assessor(Run run) {
        this.run = run;
    }

    /** @param published as the last published run left it; none when it left none */
    Optional<Standing> changed(AccountFacts facts, @Nullable Standing published) {
        try {
            Standing standing = Assessment.assess(facts, run.lender().policy(), run.asOf());
            return standing.equals(published) ? Optional.empty() : Optional.of(standing);
        } catch (BusinessCalendar.UnknownYear e) {
            throw new Refused(
                    ExitCode.USAGE,
                    "account " + facts.account().id()
                            + " has an instalment due in a year that is not listed: " + e.getMessage()
                            + "; list that year's holidays in jobs/calendars, then run again");
        }
    }
}
