package io.arrears.night;

import io.arrears.Sha256;
import io.arrears.furnish.Bureau;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.FurnishCsv;
import io.arrears.reconcile.Check;
import io.arrears.reconcile.Differing;
import io.arrears.reconcile.FilesCheck;
import io.arrears.reconcile.Identity;
import io.arrears.reconcile.OnFileCheck;
import io.arrears.reconcile.ReportedCheck;
import io.arrears.run.Run;
import io.arrears.store.bureau.BureauQueries;
import io.arrears.store.bureau.OnFileScan;
import io.arrears.store.bureau.ReportsScan;
import io.arrears.store.jdbc.RowCursor;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVRecord;

/** Proves the identities between the ledger, what a run tells each bureau, and what is kept of it. */
public final class BureauReconciler {

    private static final String ZIP = ".zip";

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
            checks.addAll(files(run, bureau, folder.resolve(bureau.terms().bureau()), differing));
            checks.addAll(holdings(run, bureau, folder, differing));
        }
        return checks;
    }

    // R1

    /** Of an account's own reports alone: what is told of a person is due of persons, and corrections follow from what was told. */
    private List<Check> accounts(Run run, Bureau bureau, Path folder, Differing differing)
            throws IOException, SQLException {
        String name = bureau.terms().bureau();
        boolean listsExcluded = ReportingScope.of(run, runs, bureau.terms()).opensMonth();
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
        List<Check> checks = new ArrayList<>();
        List<Path> there = list(folder);
        List<Path> packed = there.stream().filter(BureauReconciler::isZip).toList();
        List<Path> known = new ArrayList<>(packed);
        for (String kind : bureau.files().kinds()) {
            String begins = bureau.files().prefix(kind, run.generatedAt());
            List<Path> files = there.stream()
                    .filter(file -> !isZip(file) && name(file).startsWith(begins))
                    .toList();
            known.addAll(files);
            try (RowCursor<FilesCheck.Kept> kept = queries.kept(run, bureau, kind)) {
                checks.addAll(FilesCheck.check(name + " " + kind, bureau.files(), files, kept, differing));
            }
        }
        if (!there.isEmpty()) {
            checks.add(Check.of(
                    Identity.R2,
                    name + " files",
                    there.size(),
                    known.size(),
                    "files in the bureau's folder",
                    "those of a kind and day of this run"));
        }
        there.stream()
                .filter(file -> !known.contains(file))
                .forEach(file -> differing.account(Identity.R2, name(file), "a file", "of no kind of this run"));
        if (!packed.isEmpty()) {
            checks.add(packed(name, packed, differing));
        }
        return checks;
    }

    private static Check packed(String bureau, List<Path> packed, Differing differing) throws IOException {
        long same = 0;
        for (Path zip : packed) {
            if (holdsPlain(zip)) {
                same++;
            } else {
                differing.account(Identity.R2, name(zip), "packed", "not the plain file beside it");
            }
        }
        return Check.of(
                Identity.R2,
                bureau + " packed",
                packed.size(),
                same,
                "packed files",
                "those that hold the bytes of the plain file beside them");
    }

    private static boolean holdsPlain(Path zip) throws IOException {
        Path plain = zip.resolveSibling(name(zip).substring(0, name(zip).length() - ZIP.length()));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() != 1 || file.getEntry(name(plain)) == null || !Files.isRegularFile(plain)) {
                return false;
            }
            try (InputStream entry = file.getInputStream(file.getEntry(name(plain)))) {
                return Sha256.of(entry).equals(Sha256.of(plain));
            }
        } catch (ZipException e) {
            return false;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isZip(Path file) {
        return name(file).endsWith(ZIP);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
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
