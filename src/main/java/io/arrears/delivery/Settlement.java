package io.arrears.delivery;

import io.arrears.feed.Feed;
import io.arrears.feed.FeedReader;
import io.arrears.feed.Malformed;
import io.arrears.feed.RawRow;
import io.arrears.feed.Reject;
import io.arrears.feed.RowParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of one file's validation, when it is known which keys stand in it twice.
 *
 * <p>The same row twice counts once. Rows of one key that differ are all rejected: nobody can tell which is true. Only
 * then is the file read again, and the spool written anew without the rows that fell out.
 */
final class Settlement {

    private static final String CONTRADICTION = "another row of this file has the same key and says something else";

    private final Feed feed;
    private final Path file;
    private final ImportFolder folder;
    private final Ledger ledger;
    private final RowParser parser;
    private final RejectedRows rejected;

    Settlement(Feed feed, Path file, ImportFolder folder, Ledger ledger, RowParser parser, RejectedRows rejected) {
        this.feed = feed;
        this.file = file;
        this.folder = folder;
        this.ledger = ledger;
        this.parser = parser;
        this.rejected = rejected;
    }

    /** When every key stands once: the rows are as they were spooled, the rejects as they were found. */
    SpoolCount pass(long loaded, long corrected) throws IOException {
        long rejects = 0;
        try (RejectSpool.Reader found = new RejectSpool.Reader(folder.rejects(feed), 0)) {
            for (Reject reject = found.next(); reject != null; reject = found.next()) {
                rejected.add(reject);
                rejects++;
            }
        }
        long setAside = 0;
        try (RejectSpool.Reader noted = new RejectSpool.Reader(folder.setAside(feed), 0)) {
            for (Reject note = noted.next(); note != null; note = noted.next()) {
                rejected.note(note);
                setAside++;
            }
        }
        return new SpoolCount(loaded, corrected, 0, rejects, setAside);
    }

    /**
     * When keys stand twice.
     *
     * @param sha256 of the file as it was first read
     * @throws Malformed when the file is not the same any more
     */
    SpoolCount settle(Repeats repeats, String sha256) throws IOException {
        long rejects = 0;
        long repeated = 0;
        long setAside = 0;
        List<String> contradicted = new ArrayList<>();
        try (MeasuredInput input = new MeasuredInput(Delivery.open(file));
                FeedReader rows = new FeedReader(feed.layout(), input);
                RejectSpool.Reader found = new RejectSpool.Reader(folder.rejects(feed), 0);
                RejectSpool.Reader noted = new RejectSpool.Reader(folder.setAside(feed), 0)) {
            Reject next = found.next();
            Reject note = noted.next();
            for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
                Repeats.Verdict verdict = repeats.of(raw.ordinal());
                boolean isNoted = note != null && note.line() == raw.line();
                if (note != null && isNoted && verdict == Repeats.Verdict.SINGLE) {
                    rejected.note(note);
                    setAside++;
                }
                note = isNoted ? noted.next() : note;
                if (next != null && next.line() == raw.line()) {
                    rejected.add(next);
                    rejects++;
                    next = found.next();
                } else if (verdict == Repeats.Verdict.CONFLICTING) {
                    String key = String.valueOf(parser.keyOf(raw));
                    rejected.add(contradiction(raw, key));
                    rejects++;
                    contradicted.add(key);
                } else if (verdict == Repeats.Verdict.REPEATED) {
                    repeated++;
                }
                if (contradicted.size() == FeedValidation.CHUNK) {
                    forget(contradicted);
                }
            }
            if (!input.sha256().equals(sha256)) {
                throw new Malformed(1, "the file changed while it was read; import it once it is whole");
            }
        }
        forget(contradicted);
        return dropFromSpool(repeats, repeated, rejects, setAside);
    }

    private Reject contradiction(RawRow raw, String key) {
        String column = feed.layout().column(feed.layout().key()[0]).name();
        Reject.Of of = feed == Feed.ACCOUNTS ? Reject.Of.account(key) : parser.of(raw);
        return new Reject(feed, raw.line(), column, "", CONTRADICTION, key, of);
    }

    private void forget(List<String> keys) {
        if (!keys.isEmpty()) {
            ledger.forget(feed, keys);
            keys.clear();
        }
    }

    private SpoolCount dropFromSpool(Repeats repeats, long repeated, long rejects, long setAside) throws IOException {
        Path all = folder.rows(feed);
        Path kept = all.resolveSibling(all.getFileName() + ".kept");
        long loaded = 0;
        long corrected = 0;
        try (RowSpool.Reader from = new RowSpool.Reader(all, feed, 0);
                RowSpool.Writer to = new RowSpool.Writer(kept, feed)) {
            for (ValidRow row = from.next(); row != null; row = from.next()) {
                if (repeats.of(row.ordinal()) == Repeats.Verdict.SINGLE) {
                    to.add(row);
                    loaded += row.revision() == 1 ? 1 : 0;
                    corrected += row.revision() > 1 ? 1 : 0;
                }
            }
            to.finish();
        }
        Files.move(kept, all, StandardCopyOption.REPLACE_EXISTING);
        return new SpoolCount(loaded, corrected, repeated, rejects, setAside);
    }
}
