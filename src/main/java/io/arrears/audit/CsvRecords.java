package io.arrears.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV, counts by the values of some of its columns and the sums of its money columns, byte by byte.
 *
 * <p>Only so much of a field is kept as a value that counts can have, so neither a field nor a row of a gigabyte takes memory,
 * and an amount is digits and a point: an exponent could make a number that no memory holds.
 */
final class CsvRecords implements Measured.Records {

    private static final List<String> COUNTED = List.of("status", "bucket", "alarm");
    private static final List<String> SUMMED = List.of("overdue_total", "balance", "unallocated");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,25}(\\.[0-9]{1,9})?");
    private static final int FIELD = 64;
    private static final int COLUMNS = 1_000;
    private static final int VALUES = 1_000;

    private enum In {
        START,
        PLAIN,
        QUOTED,
        QUOTE
    }

    private final byte[] field = new byte[FIELD];
    private final List<String> columns = new ArrayList<>();
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private int length;
    private In in = In.START;
    private int column;
    private boolean inHeader = true;
    private boolean afterReturn;
    private boolean sums;
    private long rows;
    private @Nullable String trouble;

    @Override
    public void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            take(bytes[i]);
        }
    }

    private void take(byte next) {
        if (afterReturn && next == '\n') {
            afterReturn = false; // the second half of a line's end
            return;
        }
        afterReturn = false;
        if (in == In.QUOTED) {
            if (next == '"') {
                in = In.QUOTE;
            } else {
                keep(next);
            }
        } else if (next == ',') {
            endField();
            column++;
        } else if (next == '\n' || next == '\r') {
            afterReturn = next == '\r';
            endRow();
        } else if (next == '"' && in == In.START) {
            in = In.QUOTED;
        } else if (next == '"' && in == In.QUOTE) {
            keep(next);
            in = In.QUOTED;
        } else {
            if (in == In.QUOTE) {
                wrong("something stands behind a closing quote");
            }
            keep(next);
            in = In.PLAIN;
        }
    }

    private void keep(byte next) {
        if (length < FIELD) {
            field[length] = next;
        }
        length = Math.min(length + 1, FIELD + 1);
    }

    private void endField() {
        if (inHeader) {
            header();
        } else if (column < columns.size()) {
            count(columns.get(column));
        }
        length = 0;
        in = In.START;
    }

    private void header() {
        String name = text();
        if (columns.size() == COLUMNS
                || (columns.contains(name) && (COUNTED.contains(name) || SUMMED.contains(name)))) {
            wrong("its header has a column too many");
        } else {
            columns.add(name);
        }
    }

    private void count(String name) {
        if (COUNTED.contains(name)) {
            if (length > FIELD) {
                wrong(name + " is too long to be one");
            } else if (length > 0) {
                add(name + " " + text(), BigDecimal.ONE);
            }
        } else if (sums && SUMMED.contains(name)) {
            String amount = text();
            if (length > FIELD || !AMOUNT.matcher(amount).matches()) {
                wrong(name + " is no amount");
            } else {
                add(name, new BigDecimal(amount));
            }
        }
    }

    private void add(String key, BigDecimal more) {
        if (totals.size() == VALUES && !totals.containsKey(key)) {
            wrong("more different values than can be counted");
        } else {
            totals.merge(key, more, BigDecimal::add);
        }
    }

    private void endRow() {
        endField();
        if (inHeader) {
            inHeader = false;
            sums = columns.containsAll(SUMMED);
        } else {
            if (column + 1 < columns.size()
                    && columns.subList(column + 1, columns.size()).stream()
                            .anyMatch(name -> COUNTED.contains(name) || (sums && SUMMED.contains(name)))) {
                wrong("it is too short");
            }
            rows++;
        }
        column = 0;
    }

    private void wrong(String what) {
        if (trouble == null) {
            trouble = (inHeader ? "" : "row " + (rows + 1) + ": ") + what;
        }
    }

    private String text() {
        return new String(field, 0, Math.min(length, FIELD), StandardCharsets.UTF_8);
    }

    @Override
    public long end() {
        if (in == In.QUOTED) {
            wrong("a quote is never closed");
        }
        if (in != In.START || length > 0 || column > 0) {
            endRow();
        }
        return rows;
    }

    @Override
    public Map<String, String> totals() {
        Map<String, String> texts = new TreeMap<>();
        totals.forEach((key, value) -> texts.put(key, value.toPlainString()));
        return texts;
    }

    @Override
    public @Nullable String trouble() {
        return trouble;
    }
}
