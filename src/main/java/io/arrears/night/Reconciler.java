package io.arrears.night;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.FileEntry;
import io.arrears.audit.SignedFolder;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.RollForward;
import io.arrears.delinquency.Status;
import io.arrears.ladder.stage.Stage;
import io.arrears.lender.ContactPolicy;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.Home;
import io.arrears.publish.MovementsCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.reconcile.ByAccount;
import io.arrears.reconcile.Check;
import io.arrears.reconcile.Differing;
import io.arrears.reconcile.Entries;
import io.arrears.reconcile.Identity;
import io.arrears.reconcile.ListedAccounts;
import io.arrears.reconcile.ListedNights;
import io.arrears.reconcile.Portfolios;
import io.arrears.reconcile.ReconciliationCsv;
import io.arrears.reconcile.Verdict;
import io.arrears.reconcile.WorklistCheck;
import io.arrears.run.Run;
import io.arrears.store.account.OverdueScan;
import io.arrears.store.account.ReconcileQueries;
import io.arrears.store.jdbc.AccountCursor;
import io.arrears.store.run.RunProgress;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Proves the identities over what a run has written; where one does not hold, the run is stopped before it is published. One that
 * is a bureau's own keeps back that bureau's files alone.
 */
public final class Reconciler {

    private final RunStore runs;
    private final RunProgress progress;
    private final ReconcileQueries queries;
    private final BureauReconciler bureaus;
    private final BrakeCheck brake;
    private final Home home;
    private final Clock clock;

    public Reconciler(
            RunStore runs,
            RunProgress progress,
            ReconcileQueries queries,
            BureauReconciler bureaus,
            BrakeCheck brake,
            Home home,
            Clock clock) {
        this.runs = runs;
        this.progress = progress;
        this.queries = queries;
        this.bureaus = bureaus;
        this.brake = brake;
        this.home = home;
        this.clock = clock;
    }

    public void reconcile(Run run) throws IOException, SQLException {
        WorkFolder work = new WorkFolder(home.work(run.lender().name(), run.id()));
        Reconciled.note(work);
        List<Check> checks;
        Differences differences = new Differences(work);
        try (differences) {
            checks = check(run, work.out(), differences);
            String rows = checks.stream()
                    .map(check -> ReconciliationCsv.line(check, run.accepted()))
                    .collect(joining());
            work.write(ReconciliationCsv.FILE, (ReconciliationCsv.header() + rows).getBytes(StandardCharsets.UTF_8));
        }
        List<Check> open = checks.stream()
                .filter(check -> Verdict.of(check, run.accepted()).isOpen())
                .toList();
        if (!open.stream().allMatch(check -> stopsItsBureauAlone(run, check))) {
            throw new Refused(ExitCode.DIFFERENCE, told(run, work, open, differences));
        }
        Set<String> bureaus = open.stream().map(Check::bureau).collect(toSet());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        progress.withhold(run, bureaus, now);
        progress.accept(
                run, checks.stream().filter(Check::differs).map(Check::identity).collect(toSet()), now);
        differences.publish();
    }

    /** A replay tells again what went out, or it is none. */
    private static boolean stopsItsBureauAlone(Run run, Check check) {
        return check.identity().stopsItsBureauAlone() && !run.isReplay();
    }

    /** Every check of what lies in a folder, each account that makes up a difference told. */
    public List<Check> check(Run run, Path folder, Differing differing) throws IOException, SQLException {
        Run previous = runs.previous(run);
        List<ReconcileQueries.Open> open = queries.open(run);
        List<Check> checks = new ArrayList<>(bureaus.check(run, folder, differing));
        checks.addAll(listed(run, previous, folder, open, differing));
        checks.addAll(entries(run, previous, differing));
        checks.addAll(portfolios(run, open, differing));
        checks.addAll(worklist(run, folder, differing));
        brake.accepted(run).ifPresent(checks::add);
        return checks;
    }

    // R3, R4

    private List<Check> listed(
            Run run, @Nullable Run previous, Path folder, List<ReconcileQueries.Open> open, Differing differing)
            throws IOException, SQLException {
        Path now = folder.resolve(DelinquencyCsv.FILE);
        List<Check> checks;
        try (AccountCursor<String> currencies = queries.currenciesByAccount(run)) {
            checks = ListedNights.check(
                    new ListedNights.Sources(
                            previous == null ? ListedNights.Unlisted.FIRST : published(previous),
                            now,
                            folder.resolve(MovementsCsv.FILE),
                            byBucket(run, open),
                            currencies,
                            RollForward.isPenaltyCounted(
                                    previous == null ? null : previous.lender().policy(),
                                    run.lender().policy())),
                    differing);
        }
        if (checks.stream().anyMatch(check -> check.identity() == Identity.R4 && check.differs())) {
            try (AccountCursor<ReconcileQueries.Open> standings = queries.openByAccount(run);
                    ListedAccounts rows = ListedAccounts.of(now)) {
                ByAccount.compare(
                        Identity.R4,
                        standings.map(standing -> bucket(run, standing)),
                        rows.map(Reconciler::openBucket),
                        differing);
            }
        }
        return checks;
    }

    private ListedNights.Last published(Run previous) throws IOException {
        SignedFolder night = signed(previous);
        if (!night.isThere()) {
            return ListedNights.Unlisted.GONE;
        }
        FileEntry list = night.file(DelinquencyCsv.FILE);
        return list == null
                ? ListedNights.Unlisted.CHANGED
                : new ListedNights.Published(
                        night.path(DelinquencyCsv.FILE), list.counted(DelinquencyCsv.BUCKET.column()));
    }

    private SignedFolder signed(Run previous) throws IOException {
        return SignedFolder.of(Publisher.folder(home, previous), previous.manifestDigest());
    }

    private static Map<String, Long> byBucket(Run run, List<ReconcileQueries.Open> open) {
        Map<String, Long> byBucket = new HashMap<>();
        open.forEach(standings -> byBucket.merge(bucket(run, standings), standings.accounts(), Math::addExact));
        return byBucket;
    }

    private static String bucket(Run run, ReconcileQueries.Open standing) {
        Policy policy = run.lender().policy();
        return policy.buckets().at(policy.reportedDpd(Delinquency.dpd(standing.oldestDueOn(), run.asOf())));
    }

    private static @Nullable String openBucket(CSVRecord row) {
        return row.get(DelinquencyCsv.STATUS.column()).equals(Status.CLOSED.name())
                ? null
                : row.get(DelinquencyCsv.BUCKET.column());
    }

    // R5

    private List<Check> entries(Run run, @Nullable Run previous, Differing differing) throws IOException, SQLException {
        Map<String, Entries.Posted> posted = run.full() || previous == null ? null : rolledForward(run, previous);
        List<Check> checks = Entries.check(queries.tallies(run), posted == null ? queries.posted(run) : posted);
        if (checks.stream().anyMatch(Check::differs)) {
            try (AccountCursor<Entries.Posted> tallies = queries.talliesByAccount(run);
                    AccountCursor<Entries.Posted> ledger = queries.postedByAccount(run)) {
                ByAccount.compare(
                        Identity.R5, tallies.map(tally -> tally.count() == 0 ? null : tally), ledger, differing);
            }
        }
        return checks;
    }

    /** What the last run's ledger came to, and what was heard since; none where its checks are not there as they were signed. */
    private @Nullable Map<String, Entries.Posted> rolledForward(Run run, Run previous) throws IOException {
        SignedFolder night = signed(previous);
        if (night.file(ReconciliationCsv.FILE) == null) {
            return null;
        }
        Path file = night.path(ReconciliationCsv.FILE);
        Map<String, Entries.Posted> posted = new HashMap<>(Entries.posted(ReconciliationCsv.read(file)));
        queries.posted(run, previous.cutoff())
                .forEach((currency, heard) -> posted.merge(currency, heard, Entries.Posted::plus));
        return posted;
    }

    // R7

    private List<Check> portfolios(Run run, List<ReconcileQueries.Open> open, Differing differing) throws SQLException {
        Map<Portfolios.Key, Portfolios.Figures> stated = queries.controls(run);
        if (stated.isEmpty()) {
            return List.of(Check.missing(Identity.R7, "", "control.csv has no portfolio of this day"));
        }
        Map<Portfolios.Key, Long> overdue = queries.overdue(run);
        Map<Portfolios.Key, Portfolios.Figures> found = new HashMap<>();
        for (ReconcileQueries.Open standings : open) {
            Portfolios.Key key = new Portfolios.Key(standings.product(), standings.currency());
            found.merge(
                    key,
                    new Portfolios.Figures(standings.accounts(), standings.principal(), overdue.getOrDefault(key, 0L)),
                    Portfolios.Figures::withMore);
        }
        for (Map.Entry<Portfolios.Key, Portfolios.Figures> ours : found.entrySet()) {
            Portfolios.Key key = ours.getKey();
            long core = stated.getOrDefault(key, Portfolios.Figures.NONE).openAccounts();
            if (ours.getValue().openAccounts() > core) {
                nameKeptOpen(run, key, differing);
            }
        }
        return Portfolios.check(stated, found);
    }

    /** Accounts that D19 keeps open are those that the core has closed, if there are more open ones here. */
    private void nameKeptOpen(Run run, Portfolios.Key key, Differing differing) throws SQLException {
        try (AccountCursor<ReconcileQueries.Open> kept = queries.keptOpenByAccount(run)) {
            for (String account = kept.key(); account != null; account = kept.key()) {
                ReconcileQueries.Open standing = kept.take(account);
                if (standing != null && key.equals(new Portfolios.Key(standing.product(), standing.currency()))) {
                    differing.account(Identity.R7, account, "closed, perhaps", "open: its schedule is not whole (D19)");
                }
            }
        }
    }

    // R8

    private List<Check> worklist(Run run, Path folder, Differing differing) throws IOException, SQLException {
        ContactPolicy policy = LadderNights.policy(run).orElse(null);
        if (policy == null) {
            return List.of();
        }
        Set<String> reminders = policy.ladder().stages().stream()
                .filter(Stage::isReminder)
                .map(Stage::name)
                .collect(toSet());
        try (OverdueScan standings = queries.overdueByAccount(run)) {
            return WorklistCheck.check(new WorklistCheck.Sources(standings, folder, reminders), differing);
        }
    }

    private static String told(Run run, WorkFolder work, List<Check> stopping, Differences differences) {
        StringBuilder told = new StringBuilder(run + " differs from what it was made of, so nothing is published:");
        stopping.forEach(check -> told.append("\n  ").append(check));
        stopping.stream().map(Check::identity).distinct().map(differences::told).forEach(told::append);
        String names = stopping.stream()
                .map(check -> check.identity().name())
                .distinct()
                .map(name -> "--accept " + name)
                .collect(joining(" "));
        return told.append("\nWhat it wrote stays in ")
                .append(work.root())
                .append(
                        ". Find the cause, then run again; two people may let it go out as it is: 'arrears run --lender ")
                .append(run.lender().name())
                .append(" --as-of ")
                .append(run.asOf())
                .append(run.sequence() > 1 ? " --sequence " : " ")
                .append(names)
                .append(" --by ONE --by OTHER --reason WHY'")
                .toString();
    }
}
