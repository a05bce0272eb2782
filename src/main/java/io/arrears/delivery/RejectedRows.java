package io.arrears.delivery;

import io.arrears.feed.Reject;
import io.arrears.publish.Home;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The rejects of a whole delivery, in the order of files and lines: rejected.csv, and those that will hold accounts. */
public final class RejectedRows implements Closeable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("file", "line", "column", "value", "reason", "account_id")
            .get();

    private final CSVPrinter csv;
    private final RejectSpool.Writer holding;

    public RejectedRows(ImportFolder folder) {
        this.holding = new RejectSpool.Writer(folder.openRejects());
        try {
            this.csv = new CSVPrinter(
                    Files.newBufferedWriter(Home.file(folder.rejectedCsv()), StandardCharsets.UTF_8), FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.rejectedCsv(), e);
        }
    }

    void add(Reject reject) {
        try {
            csv.printRecord(
                    reject.feed().file(),
                    reject.line(),
                    reject.column(),
                    reject.masked(),
                    reject.reason(),
                    reject.accountId());
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
