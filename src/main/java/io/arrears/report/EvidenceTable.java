package io.arrears.report;

import io.arrears.publish.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table of an evidence pack, as its page and its CSV file have it.
 *
 * @param name of the file before {@code .csv}, and of its heading
 * @param columns the header of the file; the page has them in the lender's language
 */
public record EvidenceTable(String name, List<String> columns, List<List<String>> rows) {

    /** A table that rows are added to. */
    public static EvidenceTable of(String name, String columns) {
        return new EvidenceTable(name, List.of(columns.split(",", -1)), new ArrayList<>());
    }

    /** Adds a row; an absent value is empty. */
    public EvidenceTable add(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns, not " + cells.length);
        }
        rows.add(Stream.of(cells)
                .map(cell -> cell == null ? "" : cell.toString().replaceAll("\\p{Cntrl}", " "))
                .toList());
        return this;
    }

    public String file() {
        return name + ".csv";
    }

    public String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(columns));
        rows.forEach(row -> csv.append(Csv.list(row)));
        return csv.toString();
    }
}
