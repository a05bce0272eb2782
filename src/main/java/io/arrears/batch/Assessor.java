package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.Assessment;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.delinquency.Standing;
import io.arrears.store.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Assesses an account, and lets through only what the published standing does not say already. */
class Assessor implements ItemProcessor<AccountToAssess, Standing> {

    private final Run run;

    Assessor(Run run) {
        this.run = run;
    }

    @Override
    public @Nullable Standing process(AccountToAssess account) {
        try {
            Standing standing = Assessment.assess(account.facts(), run.lender().policy(), run.asOf());
            return standing.equals(account.published()) ? null : standing;
        } catch (BusinessCalendar.UnknownYear e) {
            throw new Refused(
                    ExitCode.USAGE,
                    "account " + account.facts().account().id()
                            + " has an instalment due in a year that is not listed: " + e.getMessage()
                            + "; list that year's holidays in jobs/calendars, then run again");
        }
    }
}
