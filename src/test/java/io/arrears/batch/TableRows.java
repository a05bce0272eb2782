package io.arrears.batch;

import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a database as text, so that what two books hold can be compared. */
final class TableRows {

    static final Predicate<String> ALL = column -> true;

    /** Which import brought a row is another one in another book. */
    static final Predicate<String> BUT_IMPORT = column -> !column.equalsIgnoreCase("import_id");

    private TableRows() {}

    /** In the order of the statement. */
    static List<String> of(JdbcTemplate jdbc, Predicate<String> columns, String sql, Object... values) {
        return jdbc.query(
                sql,
                (row, i) -> {
                    List<String> texts = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        if (columns.test(row.getMetaData().getColumnName(column))) {
                            texts.add(text(row.getObject(column)));
                        }
                    }
                    return String.join("|", texts);
                },
                values);
    }

    /** Every row of some tables, in the order of their text. */
    static Map<String, List<String>> ofTables(JdbcTemplate jdbc, Predicate<String> columns, List<String> names) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String name : names) {
            tables.put(
                    name,
                    of(jdbc, columns, "SELECT * FROM " + name).stream().sorted().toList());
        }
        return tables;
    }

    /** Every row of every table. */
    static List<String> everywhere(JdbcTemplate jdbc) {
        return jdbc
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_type LIKE '%BASE TABLE%'"
                                + " AND LOWER(table_schema) IN ('public', LOWER(DATABASE()))",
                        String.class)
                .stream()
                .flatMap(table -> of(jdbc, ALL, "SELECT * FROM " + table).stream())
                .toList();
    }

    private static String text(@Nullable Object value) throws SQLException {
        if (value instanceof Clob text) {
            return text.getSubString(1, (int) text.length());
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof Timestamp at ? at.toLocalDateTime().toString() : String.valueOf(value);
    }
}
