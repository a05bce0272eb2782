package io.arrears.call;

import io.arrears.call.SortedCsv.Broken;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a list, whose fields are asked for by their columns. */
record CsvRow(String file, List<String> columns, List<String> cells) {

    /** The text of a column; empty where there is none. */
    String get(String column) throws Broken {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new Broken(file + " has no column " + column);
        }
        return cells.get(index);
    }

    @Nullable
    LocalDate date(String column) throws Broken {
        String text = get(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Broken(file + " has a " + column + " that is no day");
        }
    }

    OffsetDateTime instant(String column) throws Broken {
        try {
            return OffsetDateTime.parse(get(column));
        } catch (DateTimeException e) {
            throw new Broken(file + " has a " + column + " that is no instant");
        }
    }

    long number(String column) throws Broken {
        try {
            return Long.parseLong(get(column));
        } catch (NumberFormatException e) {
            throw new Broken(file + " has a " + column + " that is no number");
        }
    }
}
