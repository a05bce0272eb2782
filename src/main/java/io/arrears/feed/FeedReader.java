package io.arrears.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of one CSV file, whatever the order of its columns; memory holds one record.
 *
 * <p>A file that is not RFC 4180, or whose header does not fit the layout, is {@link Malformed}.
 */
public final class FeedReader implements Closeable {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int[] places;
    private final int width;
    private long ordinal;

    public FeedReader(Layout layout, InputStream in) throws IOException {
        this.parser = CSVParser.builder()
                .setReader(new StrictText(in))
                .setFormat(CSVFormat.RFC4180)
                .get();
        this.records = parser.iterator();
        if (!records.hasNext()) {
            throw new Malformed(1, "the file is empty; a feed has at least its header");
        }
        CSVRecord header = records.next();
        this.width = header.size();
        this.places = new HeaderLine(layout, header.toList()).places();
    }

    /** The next row, or null at the end. */
    public @Nullable RawRow next() {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            if (record.size() != width) {
                if (record.size() == 1 && record.get(0).isEmpty()) {
                    continue;
                }
                throw new Malformed(line, record.size() + " values under " + width + " column names");
            }
            String[] values = new String[places.length];
            for (int i = 0; i < places.length; i++) {
                values[i] = places[i] < 0 ? "" : record.get(places[i]);
            }
            return new RawRow(line, ordinal++, values);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
