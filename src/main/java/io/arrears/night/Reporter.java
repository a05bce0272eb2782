package io.arrears.night;

import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.report.Night;
import io.arrears.report.Report;
import io.arrears.run.Run;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.run.FreshnessStore;
import io.arrears.store.run.InputStore;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a run's report from the files it is about to publish. */
public final class Reporter {

    private final RunStore runs;
    private final InputStore inputs;
    private final FreshnessStore freshness;
    private final SubmissionStore submissions;
    private final Home home;

    public Reporter(
            RunStore runs, InputStore inputs, FreshnessStore freshness, SubmissionStore submissions, Home home) {
        this.runs = runs;
        this.inputs = inputs;
        this.freshness = freshness;
        this.submissions = submissions;
        this.home = home;
    }

    public void report(Run run) throws IOException {
        @Nullable Run previous = runs.previous(run);
        String lender = run.lender().name();
        Report.write(new Night(
                run,
                Engine.PROGRAM_VERSION,
                new WorkFolder(home.work(lender, run.id())),
                Publisher.signed(runs, home, run),
                previous == null ? null : previous.folderName(),
                inputs.of(run, previous),
                submissions.waiting(run),
                freshness.of(run)));
    }
}
