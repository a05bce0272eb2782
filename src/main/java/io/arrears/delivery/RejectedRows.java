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
import java.util.List;

/** The rejects of a whole delivery, in the order of files and lines: rejected.csv, and those that will hold accounts. */
public final class RejectedRows implements Closeable {

    private static final List<String> COLUMNS =
            List.of("file", "line", "column", "value", "reason", "account_id", "key");

    private final Writer csv;
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
        try {
            this.csv = Files.newBufferedWriter(Home.file(folder.rejectedCsv()), StandardCharsets.UTF_8);
            csv.write(Csv.line(COLUMNS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.rejectedCsv(), e);
        }
    }

    void add(Reject reject) {
        try {
            csv.write(Csv.list(List.of(
                    reject.feed().file(),
                    Long.toString(reject.line()),
                    reject.column(),
                    reject.masked(),
                    reject.reason(),
                    reject.accountId() == null ? "" : Masking.id(reject.accountId()),
                    Masking.key(reject.feed(), reject.key(), fromViews))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write rejected.csv", e);
        }
        if (reject.feed().holds() && reject.accountId() != null) {
            holding.add(reject);
        }
    }

    /** Whole and on disk. */
    public void finish() throws IOException {
        csv.close();
        holding.finish();
    }

    @Override
    public void close() throws IOException {
        csv.close();
        holding.close();
    }
}
