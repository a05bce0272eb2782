package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.Assessment;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.delinquency.Movements;
import io.arrears.delinquency.RollForward;
import io.arrears.delinquency.Standing;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.FactsAtCutoffs;
import io.arrears.run.Run;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assesses an account, and lets through only what the published standing does not say already, and what moved. A corrected fact
 * renews the standing, since what it said of the days before may be wrong now.
 */
public class Assessor {

    private final Run run;
    private final RollForward rollForward;

    /** @param previous the lender's last published run; none on its first night */
    public Assessor(Run run, @Nullable Run previous) {
        this.run = run;
        this.rollForward = new RollForward(
                previous == null ? null : day(previous),
                day(run),
                previous == null || previous.engineVersion().equals(run.engineVersion()));
    }

    private static RollForward.Day day(Run run) {
        return new RollForward.Day(run.asOf(), run.lender().policy());
    }

    /**
     * Assesses an account as a run knows it.
     *
     * @param published as the last published run left it; none when it left none
     */
    public Optional<Assessed> assess(FactsAtCutoffs heard, @Nullable Standing published) {
        try {
            Standing standing = Assessment.assess(heard.now(), run.lender().policy(), run.asOf());
            Movements moved = rollForward.of(heard, published, standing).orElse(null);
            boolean isSame = standing.equals(published) && !heard.isCorrected();
            Standing changed = isSame ? null : standing;
            return changed == null && moved == null ? Optional.empty() : Optional.of(new Assessed(changed, moved));
        } catch (BusinessCalendar.UnknownYear e) {
            throw unlisted(heard.now(), e);
        }
    }

    /** What somebody has to list before an account can be assessed. */
    public static Refused unlisted(AccountFacts facts, BusinessCalendar.UnknownYear e) {
        return new Refused(
                ExitCode.USAGE,
                "account " + facts.account().id()
                        + " has an instalment due in a year that is not listed: " + e.getMessage()
                        + "; list that year's holidays in jobs/calendars, then do this again");
    }
}
