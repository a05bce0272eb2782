package io.arrears.publish;

import io.arrears.delinquency.AccountDays;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one account adds to a bureau's files and to the lists beside them.
 *
 * @param records that go out
 * @param lines by file, each with its end
 * @param pending if the next run must look at the account again, touched or not
 */
public record Furnished(
        String account,
        List<Decision.Report> records,
        Map<String, String> lines,
        @Nullable Pending pending) {

    /** @param isYetToCome whether a later run reports more of what happened, though nothing arrives */
    static Furnished of(BureauNight night, Dossier dossier, List<Decision> decisions, boolean isYetToCome) {
        ListLines lines = new ListLines();
        AccountDays days = new AccountDays(dossier.facts(), night.policy());
        DecisionLines each = new DecisionLines(night, dossier, days, lines);
        List<Decision.Report> records = new ArrayList<>();
        boolean waits = dossier.isUnderway();
        for (Decision decision : decisions) {
            waits |= each.add(decision);
            decision.match(records::add, held -> false, excluded -> false, rejected -> false);
        }
        boolean isAsked = new DutyLines(night, dossier, days, lines).add(decisions);
        return new Furnished(
                dossier.account(),
                List.copyOf(records),
                lines.byFile(),
                waits || isAsked || isYetToCome
                        ? new Pending(dossier.account(), waits ? dossier.restateFrom() : null)
                        : null);
    }
}
