package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.LastGate;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.run.Run;
import io.arrears.store.bureau.BaselineStore;
import io.arrears.store.bureau.BaselineStore.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes in what a bureau holds that it was not told by us: all of a file or nothing, and later what mends its rows (S14). */
public final class Baselines {

    private static final int SHOWN = 5;

    private final Path jobs;
    private final SubmissionLog log;
    private final BaselineStore store;
    private final AccountToday today;

    public Baselines(Path jobs, SubmissionLog log, BaselineStore store, AccountToday today) {
        this.jobs = jobs;
        this.log = log;
        this.store = store;
        this.today = today;
    }

    /** Who replaces rows that are held as {@code baseline}, and why. */
    public record Mending(TwoPeople people, Reason reason) {}

    /**
     * Loads a file of what a bureau holds; returns its accounts.
     *
     * @param mending who lets its rows take the place of earlier ones; none for a file of accounts of which nothing counts as told
     * @throws Refused when the lender does not tell the bureau, or an account does not allow it (2); when the file is not right (4)
     */
    public long load(String bureau, String lenderName, Path file, LocalDate until, @Nullable Mending mending)
            throws IOException {
        Bureau told = bureau(bureau, lenderName);
        String digest = digest(file);
        return log.alone(lenderName, () -> {
            Part part = store.next(lenderName, told.terms());
            Set<String> accounts = read(part, file, until);
            requireKnown(part, file);
            Instant at = log.now(lenderName);
            Optional<Run> now = log.runs().lastPublished(lenderName).map(run -> run.once(at));
            if (mending == null) {
                requireUntold(part, told, accounts, now, file);
            } else {
                requireHeld(told, accounts, now, file);
            }
            if (part.number() > 0 || now.isPresent()) {
                store.loadedAt(
                        part,
                        at,
                        mending == null ? null : mending.people(),
                        mending == null ? null : mending.reason().text());
            }
            Event event = Event.of(mending == null ? Event.What.BASELINE_LOADED : Event.What.BASELINE_MENDED, at)
                    .on(bureau)
                    .counts(Map.of("accounts", (long) accounts.size()))
                    .digests(Map.of(String.valueOf(file.getFileName()), digest));
            log.append(
                    lenderName,
                    mending == null
                            ? event
                            : event.people(mending.people().names())
                                    .reason(mending.reason().text()));
            return (long) accounts.size();
        });
    }

    /** A file's bytes, and how many baselines were loaded before it. */
    public Requests.Subject subject(String bureau, String lenderName, Path file) throws IOException {
        Part next = store.next(lenderName, bureau(bureau, lenderName).terms());
        return new Requests.Subject(
                lenderName,
                String.join(
                        " ", bureau, next.terms().environment().name(), String.valueOf(next.number()), digest(file)));
    }

    private static String digest(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.USAGE, "there is no file " + file);
        }
        return Sha256.of(file);
    }

    private Bureau bureau(String bureau, String lenderName) {
        Lender lender = LenderFile.load(jobs, lenderName);
        return lender.bureaus().stream()
                .filter(told -> told.terms().bureau().equals(bureau))
                .findFirst()
                .orElseThrow(() -> new Refused(ExitCode.USAGE, lenderName + " does not tell " + bureau));
    }

    private Set<String> read(Part part, Path file, LocalDate until) {
        Set<String> accounts = new TreeSet<>();
        try {
            SubmissionLog.format(part.terms().bureau()).baseline(file, until, (account, told) -> {
                store.add(part, account, told);
                accounts.add(account);
            });
        } catch (IOException e) {
            throw new Refused(ExitCode.REJECTED, file + " cannot be read: " + e.getMessage());
        }
        store.flush();
        return accounts;
    }

    private void requireKnown(Part part, Path file) {
        refuseAny(
                store.unknownAccounts(part),
                ExitCode.REJECTED,
                file + " names accounts that the ledger of " + part.lender() + " does not know",
                "import the ledger first, or take them out");
        refuseAny(
                store.repeatedAccounts(part),
                ExitCode.REJECTED,
                file + " names accounts more than once",
                "keep the newest row of each");
    }

    private void requireUntold(Part part, Bureau bureau, Set<String> accounts, Optional<Run> now, Path file) {
        Set<String> told = new TreeSet<>(store.knownAccounts(part));
        now.ifPresent(
                run -> told.addAll(store.toldAccounts(run, bureau, log.store().states(run, bureau.terms()))));
        told.retainAll(accounts);
        refuseAny(
                told,
                ExitCode.USAGE,
                file + " names accounts of which it is known already what "
                        + part.terms().bureau() + " holds",
                "take them out; a row that held.csv lists as 'baseline' is replaced with --mend");
    }

    private void requireHeld(Bureau bureau, Set<String> accounts, Optional<Run> now, Path file) {
        Set<String> others = new TreeSet<>(accounts);
        now.ifPresent(run -> others.removeIf(account -> today.decide(run, bureau, account).stream()
                .anyMatch(decision -> decision instanceof Decision.Hold held && LastGate.BASELINE.is(held.stop()))));
        refuseAny(
                others,
                ExitCode.USAGE,
                file + " names accounts that are not held as 'baseline'",
                "--mend replaces the rows of those that held.csv lists so; take the others out");
    }

    private static void refuseAny(Collection<String> accounts, ExitCode code, String what, String help) {
        if (!accounts.isEmpty()) {
            List<String> some = accounts.stream().limit(SHOWN).toList();
            throw new Refused(code, what + ", such as " + String.join(", ", some) + "; " + help);
        }
    }
}
