package io.arrears.night;

import io.arrears.furnish.Bureau;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.FurnishCsv;
import io.arrears.reconcile.Check;
import io.arrears.reconcile.Differing;
import io.arrears.reconcile.FilesCheck;
import io.arrears.reconcile.FolderCheck;
import io.arrears.reconcile.OnFileCheck;
import io.arrears.reconcile.ReportedCheck;
import io.arrears.run.Run;
import io.arrears.store.bureau.BureauQueries;
import io.arrears.store.bureau.OnFileScan;
import io.arrears.store.bureau.ReportsScan;
import io.arrears.store.jdbc.RowCursor;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Proves the identities between the ledger, what a run tells each bureau, and what is kept of it. */
public final class BureauReconciler {

    private final RunStore runs;
    private final BureauQueries queries;

    public BureauReconciler(RunStore runs, BureauQueries queries) {
        this.runs = runs;
        this.queries = queries;
    }

    /** Every check of what lies in a folder; none where a replay tells nobody. */
    public List<Check> check(Run run, Path folder, Differing differing) throws IOException, SQLException {
        List<Check> checks = new ArrayList<>();
        for (Bureau bureau : runs.told(run)) {
            checks.addAll(accounts(run, bureau, folder, differing));
            checks.addAll(files(run, bureau, folder, differing));
            checks.addAll(holdings(run, bureau, folder, differing));
        }
        return checks;
    }

    // R1

    /** Of an account's own reports alone: what is told of a person is due of persons, and corrections follow from what was told. */
    private List<Check> accounts(Run run, Bureau bureau, Path folder, Differing differing)
            throws IOException, SQLException {
        String name = bureau.terms().bureau();
        boolean listsExcluded = ReportingScope.of(run, runs, bureau.terms()).opensPeriod();
        try (ReportsScan accounts = queries.reports(run, bureau)) {
            return ReportedCheck.check(
                    new ReportedCheck.Sources(
                            bureau,
                            run.asOf(),
                            listsExcluded,
                            folder.resolve(DelinquencyCsv.FILE),
                            accounts,
                            folder.resolve(FurnishCsv.HELD.file()),
                            folder.resolve(FurnishCsv.REJECTED.file()),
                            folder.resolve(FurnishCsv.EXCLUDED.file()),
                            row -> isOfAccount(bureau, row),
                            row -> row.get("bureau").equals(name)),
                    differing);
        }
    }

    /** Whether a row of a list is about a record of an account itself. */
    private static boolean isOfAccount(Bureau bureau, CSVRecord row) {
        return row.get("bureau").equals(bureau.terms().bureau())
                && row.get("borrower_id").isEmpty();
    }

    // R2

    private List<Check> files(Run run, Bureau bureau, Path folder, Differing differing)
            throws IOException, SQLException {
        String name = bureau.terms().bureau();
        FolderCheck files = FolderCheck.of(name, bureau.files(), run.generatedAt(), folder.resolve(name), differing);
        List<Check> checks = new ArrayList<>();
        for (String kind : bureau.files().kinds()) {
            try (RowCursor<FilesCheck.Kept> kept = queries.kept(run, bureau, kind)) {
                checks.addAll(files.ofKind(kind, kept));
            }
        }
        checks.addAll(files.ofAll());
        return checks;
    }

    // R6

    /** Of every account once a month and after files were kept back; in between of those that somebody told of or answered. */
    private List<Check> holdings(Run run, Bureau bureau, Path folder, Differing differing)
            throws IOException, SQLException {
        boolean isAll = ReportingScope.of(run, runs, bureau.terms()).tellsAll();
        Run original = run.isReplay() ? runs.original(run).orElseThrow() : run;
        try (OnFileScan accounts = queries.holdings(run, original, isAll ? null : runs.previous(run), bureau)) {
            return OnFileCheck.check(
                    new OnFileCheck.Sources(
                            bureau,
                            run.lender().policy(),
                            run.asOf(),
                            isAll
                                    ? "all of them"
                                    : "of those told tonight, on their way, sent or answered since the last night",
                            accounts,
                            folder.resolve(FurnishCsv.HELD.file()),
                            folder.resolve(FurnishCsv.REJECTED.file()),
                            row -> isOfAccount(bureau, row)),
                    differing);
        }
    }
}
