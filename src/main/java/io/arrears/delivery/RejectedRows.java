package io.arrears.delivery;

import io.arrears.feed.Masking;
import io.arrears.feed.Reject;
import io.arrears.publish.Csv;
import io.arrears.publish.Home;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rejects of a whole delivery, in the order of files and lines: rejected.csv, and those that will hold accounts. */
public final class RejectedRows implements Closeable {

    private static final List<String> COLUMNS =
            List.of("file", "line", "column", "value", "reason", "account_id", "key");

    private final Writer csv;
    private final Writer aside;
    private final boolean fromViews;
    private final RejectSpool.Writer holding;

    /**
     * Begins the lists.
     *
     * @param fromViews the files were made from views: nobody has them, so the key has to find the row
     */
    public RejectedRows(ImportFolder folder, boolean fromViews) {
        this.fromViews = fromViews;
        this.holding = new RejectSpool.Writer(folder.openRejects());
        this.csv = begun(folder.rejectedCsv());
        this.aside = begun(folder.setAsideCsv());
    }

    private static Writer begun(Path file) {
        try {
            Writer list = Files.newBufferedWriter(Home.file(file), StandardCharsets.UTF_8);
            list.write(Csv.line(COLUMNS));
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** One whose account nobody can read can be anybody's, and is kept as well. */
    void add(Reject reject) {
        write(csv, reject);
        if (reject.feed().holds()) {
            holding.add(reject);
        }
    }

    /** A row that is set aside and holds nobody. */
    void note(Reject row) {
        write(aside, row);
    }

    private void write(Writer list, Reject row) {
        try {
            list.write(Csv.list(List.of(
                    row.feed().file(),
                    Long.toString(row.line()),
                    row.column(),
                    row.masked(),
                    row.reason(),
                    row.accountId() == null ? "" : Masking.id(row.accountId()),
                    Masking.key(row.feed(), row.key(), fromViews))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the import's lists", e);
        }
    }

    /** Whole and on disk. */
    public void finish() throws IOException {
        csv.close();
        aside.close();
        holding.finish();
    }

    @Override
    public void close() throws IOException {
        csv.close();
        aside.close();
        holding.close();
    }
}
