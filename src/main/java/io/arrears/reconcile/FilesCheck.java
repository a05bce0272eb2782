package io.arrears.reconcile;

import io.arrears.furnish.FileFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks what was kept of a bureau's records of one kind and the lines of their files side by side: each record kept is one line,
 * byte for byte, and the headers announce the lines (R2).
 *
 * <p>Where the two do not meet it looks a little ahead on both sides, so that one lost or surplus line makes one difference.
 */
public final class FilesCheck {

    private static final int AHEAD = 50;
    private static final String KEPT = "records kept as furnished";
    private static final String LINES = "lines of the files";

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Deque<SubmittedLines.Line> lines = new ArrayDeque<>();
    private final Iterator<Kept> moreKept;
    private final SubmittedLines moreLines;
    private final Differing differing;
    private final Sum ofKept = new Sum();
    private final Sum ofLines = new Sum();
    private long same;
    private @Nullable Kept last;

    /** What was kept of one record: the SHA-256 of its line, and what it says is overdue. */
    public record Kept(
            String account, String digest, @Nullable BigDecimal overdue) {}

    /** Records, and the amounts of those that have one. */
    private static final class Sum {
        private long records;
        private long withAmount;
        private BigDecimal amount = BigDecimal.ZERO;

        void add(@Nullable BigDecimal overdue) {
            records++;
            if (overdue != null) {
                withAmount++;
                amount = amount.add(overdue);
            }
        }
    }

    private FilesCheck(Iterator<Kept> kept, SubmittedLines lines, Differing differing) {
        this.moreKept = kept;
        this.moreLines = lines;
        this.differing = differing;
    }

    /**
     * The checks of one kind; none where nothing was kept and no file is there.
     *
     * @param scope the bureau and the kind: {@code pboc 210}
     * @param files in the order of their serials
     * @param kept in the order of the records in the files
     */
    public static List<Check> check(
            String scope, FileFormat format, List<Path> files, Iterator<Kept> kept, Differing differing)
            throws IOException {
        try (SubmittedLines lines = new SubmittedLines(format, files)) {
            FilesCheck walk = new FilesCheck(kept, lines, differing);
            walk.walk();
            return walk.checks(scope);
        }
    }

    private List<Check> checks(String scope) {
        List<Check> checks = new ArrayList<>();
        if (ofKept.records == 0 && moreLines.stated().isEmpty()) {
            return checks;
        }
        checks.add(Check.of(Identity.R2, scope + " records", ofKept.records, ofLines.records, KEPT, LINES));
        for (SubmittedLines.Stated file : moreLines.stated()) {
            FileFormat.Total total = file.total();
            checks.add(Check.of(
                    Identity.R2,
                    scope + " " + total.name() + " of " + file.file(),
                    total.stated(),
                    total.counted(),
                    total.statedIn(),
                    total.countedAs()));
        }
        checks.add(Check.of(
                Identity.R2, scope + " same records", ofKept.records, same, KEPT, "lines that are these very records"));
        if (ofKept.withAmount + ofLines.withAmount > 0) {
            checks.add(Check.of(
                    Identity.R2, scope + " overdue", ofKept.amount, ofLines.amount, "facts of the " + KEPT, LINES));
        }
        return checks;
    }

    private void walk() throws IOException {
        lookAhead();
        while (!kept.isEmpty() || !lines.isEmpty()) {
            Kept record = kept.peek();
            SubmittedLines.Line line = lines.peek();
            if (line == null) {
                lost();
            } else if (record == null) {
                surplus();
            } else if (record.digest().equals(line.digest())) {
                same++;
                last = kept.remove();
                lines.remove();
            } else {
                meet(record, line);
            }
            lookAhead();
        }
    }

    private void lookAhead() throws IOException {
        while (kept.size() < AHEAD && moreKept.hasNext()) {
            Kept next = moreKept.next();
            ofKept.add(next.overdue());
            kept.add(next);
        }
        while (lines.size() < AHEAD) {
            SubmittedLines.Line next = moreLines.next();
            if (next == null) {
                return;
            }
            ofLines.add(next.overdue());
            lines.add(next);
        }
    }

    private void meet(Kept record, SubmittedLines.Line line) {
        long toKept = kept.stream()
                .takeWhile(other -> !other.digest().equals(line.digest()))
                .count();
        long toLine = lines.stream()
                .takeWhile(other -> !other.digest().equals(record.digest()))
                .count();
        if (toKept == kept.size() && toLine == lines.size()) {
            differing.account(Identity.R2, record.account(), "kept with another digest", line.place());
            kept.remove();
            lines.remove();
        } else if (toLine == lines.size() || (toKept < kept.size() && toKept <= toLine)) {
            lost();
        } else {
            surplus();
        }
    }

    private void lost() {
        differing.account(Identity.R2, kept.remove().account(), "kept", "no line");
    }

    /** Named by its account where it repeats the line before it, else by its place. */
    private void surplus() {
        SubmittedLines.Line line = lines.remove();
        boolean repeats = last != null && last.digest().equals(line.digest());
        differing.account(
                Identity.R2,
                repeats && last != null ? last.account() : line.place(),
                repeats ? "kept once" : "not kept",
                line.place());
    }
}
