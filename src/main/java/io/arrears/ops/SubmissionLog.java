package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Event;
import io.arrears.bureau.Bureaus;
import io.arrears.furnish.BureauFormat;
import io.arrears.store.AuditStore;
import io.arrears.store.LenderStore;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.bureau.SubmissionStore.Move;
import io.arrears.store.run.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds a bureau's files, and keeps what becomes of them: one move after the other, each with an audit event. */
public final class SubmissionLog {

    private final SubmissionStore store;
    private final SubmissionRecords records;
    private final RunStore runs;
    private final LenderStore lenders;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public SubmissionLog(
            SubmissionStore store,
            SubmissionRecords records,
            RunStore runs,
            LenderStore lenders,
            AuditStore audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.runs = runs;
        this.lenders = lenders;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    SubmissionStore store() {
        return store;
    }

    SubmissionRecords records() {
        return records;
    }

    RunStore runs() {
        return runs;
    }

    /** The file of a published run; a test's and a real one may have the same name (S17). */
    Filed find(FileRef file) {
        String name = name(file);
        List<Filed> found = store.named(file.bureau(), name).stream()
                .filter(filed ->
                        file.environment() == null || filed.environment().equalsIgnoreCase(file.environment()))
                .toList();
        if (found.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "no published run made a file " + name + " for " + file.bureau() + "; 'arrears bureau status "
                            + file.bureau() + "' lists them");
        }
        if (found.size() > 1) {
            throw new Refused(
                    ExitCode.USAGE,
                    "two files for " + file.bureau() + " are named " + name
                            + "; say --environment production or --environment test");
        }
        return found.get(0);
    }

    private static String name(FileRef file) {
        try {
            return format(file.bureau()).submission(file.given());
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    ExitCode.USAGE, "'" + file.given() + "' names no file of the bureau's: " + e.getMessage());
        }
    }

    /** The format of a bureau that somebody named. */
    static BureauFormat format(String bureau) {
        return Bureaus.format(bureau)
                .orElseThrow(() -> new Refused(
                        ExitCode.USAGE,
                        "there is no bureau '" + bureau + "'; there is " + String.join(", ", Bureaus.names())));
    }

    /** The lines of a file, by its bureau's format. */
    RecordLines lines(Filed filed) {
        int before =
                runs.find(filed.run()).lender().bureau(filed.bureau()).files().linesBefore();
        return new RecordLines(filed.submission(), before, records.partSizes(filed));
    }

    /** Does something with a file that nobody moves meanwhile. */
    <T> T alone(FileRef file, Function<Filed, T> doing) {
        return alone(find(file).lender(), () -> doing.apply(find(file)));
    }

    /** Does something for a lender of which nothing is moved meanwhile. */
    <T> T alone(String lender, Supplier<T> doing) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lenders.lock(lender);
            return doing.get();
        }));
    }

    /** Does several things of which none is done unless all are. */
    <T> T wholly(Supplier<T> doing) {
        return Objects.requireNonNull(transaction.execute(status -> doing.get()));
    }

    /** Does something that leaves nothing behind, to see that it would be allowed. */
    void trial(Runnable doing) {
        transaction.executeWithoutResult(status -> {
            doing.run();
            status.setRollbackOnly();
        });
    }

    /** A file as it stands: any move makes it another. */
    Requests.Subject subject(FileRef file) {
        return subject(find(file));
    }

    Requests.Subject subject(Filed filed) {
        return new Requests.Subject(
                filed.lender(),
                String.join(
                        " ",
                        filed.bureau(),
                        filed.environment(),
                        filed.submission().name(),
                        String.valueOf(filed.number()),
                        filed.state().name(),
                        filed.since().toString()));
    }

    void append(String lender, Event event) {
        audit.append(lender, event);
    }

    void move(Filed filed, Move move, Event event) {
        store.move(filed, move);
        audit.append(
                filed.lender(),
                event.run(filed.run())
                        .on(filed.bureau() + " " + filed.submission().name())
                        .before(filed.state().name())
                        .after(move.to().name())
                        .reason(move.reason()));
    }

    void append(Filed filed, Event event) {
        audit.append(
                filed.lender(),
                event.run(filed.run())
                        .on(filed.bureau() + " " + filed.submission().name()));
    }

    /**
     * When something happens to a file: now, but after its last move and after its lender's last night was generated, whatever the
     * clock says, so that a night told again sees what it saw (S15).
     */
    Instant now(Filed filed) {
        return now(filed.since(), store.lastGeneration(filed.lender()));
    }

    /** The same of something that is of no one file. */
    Instant now(String lender) {
        return now(store.lastMove(lender), store.lastGeneration(lender));
    }

    private Instant now(@Nullable Instant one, @Nullable Instant other) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .reduce(now, (a, b) -> a.isBefore(b) ? b : a);
    }

    Clock clock() {
        return clock;
    }

    /** What a table of moves did not allow, with what can be done instead. */
    static Refused refused(@Nullable Path answer, Filed filed, String what, String sentence) {
        return new Refused(
                ExitCode.USAGE,
                (answer == null ? "" : answer + " answers ")
                        + filed.submission().name()
                        + (answer == null ? " is " : ", which is ") + filed.state() + " since " + filed.since() + what
                        + "; " + sentence);
    }
}
