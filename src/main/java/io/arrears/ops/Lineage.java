package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.Bureaus;
import io.arrears.furnish.FileFormat;
import io.arrears.ops.Explanations.Explained;
import io.arrears.run.Run;
import io.arrears.store.bureau.LineageStore;
import io.arrears.store.bureau.LineageStore.Furnished;
import io.arrears.store.bureau.LineageStore.Span;
import io.arrears.store.bureau.LineageStore.Told;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a line in a bureau's file to the ledger rows behind it, and back from an account to every line told of it. */
public final class Lineage {

    private final LineageStore store;
    private final SubmissionStore submissions;
    private final RunStore runs;
    private final SubmissionLog log;
    private final NightQueries queries;
    private final Explanations explanations;

    public Lineage(LineageStore store, SubmissionLog log, NightQueries queries, Explanations explanations) {
        this.store = store;
        this.log = log;
        this.submissions = log.store();
        this.runs = log.runs();
        this.queries = queries;
        this.explanations = explanations;
    }

    /**
     * A line of a bureau's file, and what made the run write it.
     *
     * @param asWritten whether the line of the file at hand is the one that was written; none without a file at hand
     */
    public record Traced(
            Filed filed,
            long line,
            Run run,
            Told told,
            @Nullable Boolean asWritten,
            Explained explained) {}

    /** A record that a bureau was told, and where; line 0 and no file for what it held before the first run. */
    public record Line(
            Furnished record, long line, @Nullable Filed filed) {}

    /** An account's standings over time, and every line about it. */
    public record History(String lender, String account, List<Span> spans, List<Line> lines) {}

    /**
     * What stands behind a line of a file.
     *
     * @param file its path or its name
     * @throws Refused (2) when no published run made such a line
     */
    public Traced trace(Path file, long line) throws IOException {
        Filed filed = filed(String.valueOf(file.getFileName()));
        Told told = store.at(filed, log.lines(filed).place(line))
                .orElseThrow(() -> new Refused(
                        ExitCode.FAILED,
                        "the database knows no record at line " + line + " of "
                                + filed.submission().name()));
        Run run = runs.find(filed.run());
        FileFormat format = run.lender().bureau(filed.bureau()).files();
        return new Traced(
                filed,
                line,
                run,
                told,
                asWritten(format, file, line, told),
                explanations.explain(told.account(), told.reportedOn(), run));
    }

    /** As a format reads it, or up to its first dot, as a copy is called that somebody made of it. */
    private Filed filed(String given) {
        String name = given.replaceAll("\\..*", "");
        return Bureaus.names().stream()
                .flatMap(bureau -> named(bureau, given).stream())
                .findFirst()
                .or(() -> submissions.find(name))
                .orElseThrow(() -> new Refused(ExitCode.USAGE, "no published run made a bureau file " + name));
    }

    private Optional<Filed> named(String bureau, String given) {
        try {
            return submissions.find(bureau, SubmissionLog.format(bureau).submission(given));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it names none of this bureau's
        }
    }

    private static @Nullable Boolean asWritten(FileFormat format, Path file, long number, Told told)
            throws IOException {
        if (!Files.isRegularFile(file) || !file.toString().endsWith(format.ending())) {
            return null;
        }
        try (FileFormat.Reading records = format.read(file)) {
            for (FileFormat.Line line = records.next(); line != null; line = records.next()) {
                if (line.number() == number) {
                    return line.digest().equals(told.digest());
                }
            }
            return false;
        }
    }

    /**
     * Everything that was published of an account.
     *
     * @throws Refused (2) when the ledger does not know it
     */
    public History history(String account) {
        String lender = queries.lenderOf(account);
        if (lender == null) {
            throw new Refused(ExitCode.USAGE, "the ledger knows no account of that id");
        }
        List<Line> lines = new ArrayList<>();
        Map<String, RecordLines> ofFiles = new HashMap<>();
        for (Furnished record : store.records(lender, account)) {
            String file = record.submission();
            Filed filed = file == null
                    ? null
                    : submissions.find(record.bureau(), file).orElse(null);
            if (filed != null) {
                long line = ofFiles.computeIfAbsent(record.bureau() + " " + file, name -> log.lines(filed))
                        .line(record.place());
                lines.add(new Line(record, line, filed));
            } else if (record.run() == 0) {
                lines.add(new Line(record, 0, null));
            }
        }
        return new History(lender, account, store.spans(lender, account), lines);
    }
}
