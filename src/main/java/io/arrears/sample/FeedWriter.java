package io.arrears.sample;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** One open feed: UTF-8, a header row, CRLF; it counts its rows and adds up its amounts for the control file. */
final class FeedWriter implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Feed feed;
    private final int width;
    private final List<Integer> summed;
    private final CSVPrinter printer;
    private long rows;
    private BigDecimal amount = BigDecimal.ZERO;

    FeedWriter(Feed feed, Path dir) throws IOException {
        this.feed = feed;
        width = feed.columns().size();
        summed = feed.summed();
        printer = new CSVPrinter(Files.newBufferedWriter(feed.in(dir), StandardCharsets.UTF_8), FORMAT);
        printer.printRecord(feed.columns());
    }

    /** One row, a cell a column; an absent value is null and becomes an empty field. */
    void write(@Nullable Object... cells) throws IOException {
        if (cells.length != width) {
            throw new IllegalArgumentException(feed + " has " + width + " columns, not " + cells.length);
        }
        printer.printRecord(cells);
        rows++;
        for (int column : summed) {
            if (cells[column] instanceof BigDecimal cell) {
                amount = amount.add(cell);
            }
        }
    }

    /** This feed's row of the control file, as of a business date. */
    void control(FeedWriter control, Object businessDate) throws IOException {
        var sum = summed.isEmpty() ? null : amount;
        control.write(businessDate, feed.feedName(), rows, sum, null, null, null, null, null, null);
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
