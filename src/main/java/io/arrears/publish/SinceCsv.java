package io.arrears.publish;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * What imports brought since a lender's newest night that withholds its lines (L2), by ids alone, in the order of account, borrower and
 * contact. Its first row says since which cutoff.
 */
public final class SinceCsv implements Closeable {

    public static final String FILE = "since.csv";

    private static final String HEADER = "account_id,borrower_id,contact_id,channel,kind,from_on,to_on,known_at\r\n";

    private final LineSorter rows;
    private final Path scratch;

    /**
     * Begins the file of a night.
     *
     * @param scratch a folder of its own, for what does not fit into memory
     */
    public SinceCsv(Path scratch, Instant cutoff) throws IOException {
        this.scratch = Home.folder(scratch);
        this.rows = new LineSorter(scratch.resolve("since"));
        add(List.of("", "", "", "", "NIGHT", "", "", cutoff.toString()));
    }

    /** Adds a row, the values in the order of the columns. */
    public void add(List<String> values) throws IOException {
        String key = values.get(0) + WorklistParts.KEY_END + values.get(1) + WorklistParts.KEY_END + values.get(2);
        rows.add(key + WorklistParts.TEXT + Csv.line(values).strip());
    }

    /** Writes the rows, each once, in place of what a file holds: by one rename, and on disk when this returns. */
    public void replace(Path file) throws IOException {
        Path draft = Home.file(file.resolveSibling(file.getFileName() + ".new"));
        try (FileChannel channel =
                        FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                BufferedWriter writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            writer.write(HEADER);
            String[] last = {""};
            rows.sorted(line -> {
                if (!line.equals(last[0])) {
                    writer.write(line.substring(line.indexOf(WorklistParts.TEXT) + 1));
                    writer.write("\r\n");
                }
                last[0] = line;
            });
            writer.flush();
            channel.force(true);
        }
        PublishedFolder.put(draft, file);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        Files.deleteIfExists(scratch);
    }
}
