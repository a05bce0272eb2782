package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.lender.Brake;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Check;
import io.arrears.reconcile.Identity;
import io.arrears.run.Run;
import io.arrears.store.run.NightQueries;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses a night whose newly overdue accounts exceed the policy's brake, unless two people let it pass. */
public final class BrakeCheck {

    private final NightQueries queries;

    public BrakeCheck(NightQueries queries) {
        this.queries = queries;
    }

    public void on(Run run) {
        if (run.isReplay() || isAccepted(run.accepted())) {
            return;
        }
        exceeded(run).ifPresent(check -> {
            throw new Refused(
                    ExitCode.REJECTED,
                    check.left() + " accounts are newly overdue, of " + queries.openBefore(run)
                            + " open before; the policy's brake is "
                            + run.lender().brake()
                            + ". Look whether a feed came in half; if they are right, two people may let this night pass: "
                            + "'arrears run --lender " + run.lender().name() + " --as-of " + run.asOf()
                            + (run.sequence() > 1 ? " --sequence" : "")
                            + " --accept BRAKE --by ONE --by OTHER --reason WHY'");
        });
    }

    /** What two people accepted, if they did and there was something to accept; a replay says it as its night did. */
    Optional<Check> accepted(Run run) {
        return isAccepted(run.accepted()) ? exceeded(run) : Optional.empty();
    }

    private static boolean isAccepted(@Nullable Acceptance acceptance) {
        return acceptance != null && acceptance.identities().contains(Identity.BRAKE);
    }

    private Optional<Check> exceeded(Run run) {
        Brake brake = run.lender().brake();
        if (run.previousRun() == null || !brake.isOn()) {
            return Optional.empty();
        }
        long newly = queries.newlyOverdue(run);
        long lets = brake.lets(queries.openBefore(run));
        return newly > lets
                ? Optional.of(Check.of(
                        Identity.BRAKE,
                        "accounts",
                        newly,
                        lets,
                        "newly overdue accounts",
                        "what the policy's brake of " + brake + " lets pass"))
                : Optional.empty();
    }
}
