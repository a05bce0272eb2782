package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Digest;
import io.arrears.audit.Event;
import io.arrears.bureau.pboc.BaselineFile;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Furnishing;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.store.AuditStore;
import io.arrears.store.BaselineStore;
import io.arrears.store.RunStore;
import io.arrears.store.SubmissionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what a bureau already holds of a book that goes live: all of it or nothing. */
public final class Baselines {

    private final Path jobs;
    private final BaselineStore store;
    private final SubmissionStore submissions;
    private final RunStore runs;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Baselines(
            Path jobs,
            BaselineStore store,
            SubmissionStore submissions,
            RunStore runs,
            AuditStore audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.submissions = submissions;
        this.runs = runs;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Loads a file of what a bureau holds; returns its accounts.
     *
     * @throws Refused when the lender does not tell the bureau, or something is known already (2); when the file is not right (4)
     */
    public long load(String bureau, String lenderName, Path file, LocalDate today) throws IOException {
        Lender lender = LenderFile.load(jobs, lenderName);
        Furnishing furnishing = lender.bureaus().stream()
                .map(Bureau::furnishing)
                .filter(told -> told.bureau().equals(bureau))
                .findFirst()
                .orElseThrow(() -> new Refused(ExitCode.USAGE, lenderName + " does not tell " + bureau));
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.USAGE, "there is no file " + file);
        }
        String digest = Digest.of(file);
        AtomicLong loaded = new AtomicLong();
        transaction.executeWithoutResult(status -> {
            runs.lock(lenderName);
            if (submissions.isAnythingTold(lenderName, furnishing)) {
                throw new Refused(
                        ExitCode.USAGE,
                        "it is known already what " + bureau + " was told of " + lenderName
                                + "; a baseline is loaded once, before the first run");
            }
            try {
                BaselineFile.read(file, today, (account, told) -> {
                    store.add(lenderName, furnishing, account, told);
                    loaded.incrementAndGet();
                });
            } catch (IOException e) {
                throw new Refused(ExitCode.REJECTED, file + " cannot be read: " + e.getMessage());
            }
            store.flush();
            List<String> unknown = store.unknownAccounts(lenderName, furnishing);
            if (!unknown.isEmpty()) {
                throw new Refused(
                        ExitCode.REJECTED,
                        file + " names accounts that the ledger of " + lenderName + " does not know, such as "
                                + String.join(", ", unknown) + "; import the ledger first, or take them out");
            }
            List<String> repeated = store.repeatedAccounts(lenderName, furnishing);
            if (!repeated.isEmpty()) {
                throw new Refused(
                        ExitCode.REJECTED,
                        file + " names accounts more than once, such as " + String.join(", ", repeated)
                                + "; keep the newest row of each");
            }
            audit.append(
                    lenderName,
                    Event.of(Event.What.BASELINE_LOADED, clock.instant().truncatedTo(ChronoUnit.MICROS))
                            .on(bureau)
                            .counts(Map.of("accounts", loaded.get()))
                            .digests(Map.of(String.valueOf(file.getFileName()), digest)));
        });
        return loaded.get();
    }
}
