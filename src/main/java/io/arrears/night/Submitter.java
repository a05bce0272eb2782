package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.FileFormat;
import io.arrears.furnish.RecordParts;
import io.arrears.furnish.Submission;
import io.arrears.publish.BureauParts;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionSerials;
import io.arrears.store.run.RunStore;
import java.io.IOException;

/** Makes the files for bureaus of what the partitions wrote: their names are taken, once, before the first is written. */
public final class Submitter {

    private final RunStore runs;
    private final SubmissionSerials serials;
    private final SubmissionRecords records;
    private final Home home;

    public Submitter(RunStore runs, SubmissionSerials serials, SubmissionRecords records, Home home) {
        this.runs = runs;
        this.serials = serials;
        this.records = records;
        this.home = home;
    }

    public void submit(Run run) throws IOException {
        WorkFolder work = new WorkFolder(home.work(run.lender().name(), run.id()));
        for (Bureau bureau : runs.told(run)) {
            refuseTooManyCorrections(run, bureau);
            for (String kind : bureau.files().kinds()) {
                submit(run, work, bureau, kind);
            }
        }
    }

    private void submit(Run run, WorkFolder work, Bureau bureau, String kind) throws IOException {
        String name = bureau.terms().bureau();
        RecordParts parts = RecordParts.of(work.parts(BureauParts.name(bureau, kind)));
        if (parts.records() == 0) {
            return;
        }
        Integer first = run.isReplay()
                ? serials.allocated(bureau.terms(), runs.original(run).orElseThrow(), kind)
                : Integer.valueOf(serials.allocate(bureau, run, kind, parts.counts()));
        FileFormat files = bureau.files();
        for (Submission file : files.plan(kind, run.generatedAt(), first == null ? 1 : first, parts.counts())) {
            files.write(work.bureau(name), file, run.generatedAt(), parts);
        }
    }

    private void refuseTooManyCorrections(Run run, Bureau bureau) {
        long corrections = records.corrections(run, bureau.terms());
        long most = bureau.terms().correctionsMax();
        if (corrections > most) {
            throw new Refused(
                    ExitCode.REJECTED,
                    corrections + " records would take back or restate what "
                            + bureau.terms().bureau()
                            + " was told; the policy's corrections-max is " + most
                            + ". Look whether a policy or a feed was changed by mistake; if they are right, raise "
                            + "'corrections-max' and run again");
        }
    }
}
