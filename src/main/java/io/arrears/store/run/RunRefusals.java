package io.arrears.store.run;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.run.Run;
import io.arrears.store.LastCutoff;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands in the way of a run that is about to begin; its lender's row is locked. */
final class RunRefusals {

    private static final Sql SQL = Sql.of("runs");

    private final JdbcTemplate jdbc;
    private final RunStore runs;
    private final LastCutoff cutoffs;
    private final SubmissionStore submissions;

    RunRefusals(JdbcTemplate jdbc, RunStore runs, SubmissionStore submissions) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.cutoffs = new LastCutoff(jdbc);
        this.submissions = submissions;
    }

    void whileLoading(String lender) {
        List<Long> loading = jdbc.queryForList(SQL.get("loading_imports"), Long.class, lender);
        if (!loading.isEmpty()) {
            throw new Refused(
                    ExitCode.FAILED,
                    "import " + loading.get(0) + " of " + lender
                            + " is unfinished; 'arrears restart' completes it, then run again");
        }
    }

    /** What a run may see only grows. */
    void goingBack(RunBeginning.Request request) {
        String lender = request.lender().name();
        Instant last = cutoffs.of(lender, request.now());
        if (last != null && request.cutoff().isBefore(last)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the cutoff " + request.cutoff() + " lies before that of an earlier run of " + lender + ", " + last
                            + "; what a run may see only grows");
        }
    }

    /** What is told of a night is what had become of the files when it was generated, so none may move before that (S15). */
    void beforeLastMove(String lender, Instant generatedAt) {
        Instant moved = submissions.lastMove(lender);
        if (moved != null && generatedAt.isBefore(moved)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the clock says " + generatedAt + ", but a bureau's file of " + lender + " was moved at " + moved
                            + "; a night is generated after that. Set the clock right, then run again");
        }
    }

    void withdrawn(@Nullable Run original, RunBeginning.Request request) {
        Run withdrawn =
                original != null ? null : runs.withdrawnAt(request.lender().name(), request.asOf(), request.cutoff());
        if (withdrawn != null) {
            throw new Refused(
                    ExitCode.USAGE,
                    withdrawn
                            + " had this cutoff and was withdrawn, so it is not told again; the folder it gave is kept"
                            + " under withdrawn/, and without --cutoff a replay tells what is known of that day by now");
        }
    }
}
