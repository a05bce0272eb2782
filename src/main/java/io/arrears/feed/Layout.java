package io.arrears.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ordered columns of one file, and which of them tell its rows apart. */
public final class Layout {

    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final int[] key;
    private final int[] fixed;

    Layout(List<String> key, List<String> fixed, List<Column> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            if (positions.put(columns.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "column twice: " + columns.get(i).name());
            }
        }
        this.key = key.stream().mapToInt(this::position).toArray();
        this.fixed = fixed.stream().mapToInt(this::position).toArray();
    }

    /** A file whose header has to name all of these, and whose values its reader judges. */
    public static Layout ofText(String... columns) {
        return new Layout(
                List.of(),
                List.of(),
                Stream.of(columns).map(name -> Column.text(name, 0).must()).toList());
    }

    /** The same with columns that the header may leave out, whose values are empty then. */
    public Layout orWith(String... further) {
        return new Layout(
                List.of(),
                List.of(),
                Stream.concat(columns.stream(), Stream.of(further).map(name -> Column.text(name, 0)))
                        .toList());
    }

    public List<Column> columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    public Column column(int position) {
        return columns.get(position);
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    public int position(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return position;
    }

    /** The positions of the key's columns. */
    public int[] key() {
        return key.clone();
    }

    /** The positions of the telephones whose digits the table keeps in a column of their own. */
    public int[] digits() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).digits() != null)
                .toArray();
    }

    /** The positions of what no later row of the same key may change: whose it is, and in which currency. */
    public int[] fixed() {
        return fixed.clone();
    }

    /**
     * The row's key as text: its values with a space between, which no id holds. Example: {@code A17 1 3} for an
     * instalment.
     */
    public String keyOf(@Nullable Object[] values) {
        if (key.length == 1) {
            return String.valueOf(values[key[0]]);
        }
        StringBuilder text = new StringBuilder(48);
        for (int position : key) {
            if (text.length() > 0) {
                text.append(' ');
            }
            text.append(values[position]);
        }
        return text.toString();
    }
}
