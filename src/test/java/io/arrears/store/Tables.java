package io.arrears.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that a database has, to be compared: tables, columns, indexes, constraints, triggers, rows. */
public final class Tables {

    private static final String OURS = " WHERE table_schema = (SELECT SCHEMA()) ";

    private final JdbcTemplate jdbc;
    private final boolean isMySql;
    private final Set<String> filled = new TreeSet<>();

    public Tables(DataSource pool, boolean isMySql) {
        this.jdbc = new JdbcTemplate(pool);
        this.isMySql = isMySql;
    }

    /** Which migrations are on record. */
    int level() {
        return names().contains("schema_history")
                ? jdbc.queryForList("SELECT version FROM schema_history WHERE success = TRUE")
                        .size()
                : 0;
    }

    /** How many migrations are on record as failed. */
    public int failures() {
        return jdbc.queryForList("SELECT version FROM schema_history WHERE success = FALSE")
                .size();
    }

    /** A line each, sorted: what {@link #schema} has, and each row; of the history which scripts were done, not when. */
    public List<String> all() {
        List<String> all = new ArrayList<>(schema());
        for (String table : names()) {
            String columns = table.equals("schema_history") ? "version, script, checksum, success" : "*";
            jdbc.queryForList("SELECT " + columns + " FROM " + quoted(table)).forEach(row -> {
                row.replaceAll((column, value) ->
                        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
                all.add(table + " row " + row);
            });
        }
        return all;
    }

    public List<String> schema() {
        Set<String> all = new TreeSet<>();
        add(
                all,
                "SELECT table_name, column_name, column_default, is_nullable, data_type, character_maximum_length,"
                        + " character_set_name, collation_name FROM information_schema.columns" + OURS);
        add(
                all,
                "SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints" + OURS);
        add(
                all,
                isMySql
                        ? "SELECT table_name, index_name, seq_in_index, column_name, non_unique FROM information_schema.statistics"
                                + OURS
                        : "SELECT table_name, index_name, ordinal_position, column_name, is_unique FROM"
                                + " information_schema.index_columns" + OURS);
        add(
                all,
                "SELECT event_object_table, trigger_name" + (isMySql ? ", action_statement" : ", java_class")
                        + " FROM information_schema.triggers WHERE trigger_schema = (SELECT SCHEMA())");
        // H2 names what nobody named, by a number that goes on counting
        return all.stream()
                .map(line -> line.replaceAll("(?i)(constraint|primary_key|index)_[0-9a-f_]+", "$1"))
                .sorted()
                .toList();
    }

    private void add(Set<String> all, String query) {
        String what = query.replaceAll("(?s).*information_schema\\.(\\w+).*", "$1 ");
        jdbc.queryForList(query).forEach(row -> all.add(what + row));
    }

    private List<String> names() {
        return jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables" + OURS + "ORDER BY table_name", String.class);
    }

    private String quoted(String table) {
        return isMySql ? "`" + table + "`" : "\"" + table + "\"";
    }

    /** A row into each table that has had none, so that a statement that changes rows has some to change. */
    void fill() {
        for (String table : names()) {
            if (!table.equals("schema_history")
                    && !table.startsWith("BATCH")
                    && !table.startsWith("batch")
                    && filled.add(table)) {
                fill(table);
            }
        }
    }

    private void fill(String table) {
        Map<String, Object> row = new TreeMap<>();
        jdbc.queryForList(
                        "SELECT column_name AS name, data_type AS type FROM information_schema.columns" + OURS
                                + "AND table_name = ?",
                        table)
                .forEach(column -> row.put("`" + column.get("name") + "`", value(String.valueOf(column.get("type")))));
        List<Object> values = new ArrayList<>(row.values());
        jdbc.update(
                "INSERT IGNORE INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES ("
                        + row.keySet().stream().map(any -> "?").collect(Collectors.joining(", ")) + ")",
                values.toArray());
    }

    private static Object value(String type) {
        return switch (type.toUpperCase(java.util.Locale.ROOT)) {
            case "DATE" -> java.time.LocalDate.of(2026, 1, 31);
            case "DATETIME", "TIMESTAMP" -> java.time.LocalDateTime.of(2026, 1, 31, 2, 0);
            case "BOOLEAN", "TINYINT", "BIT" -> false;
            case "BIGINT", "INT", "INTEGER", "SMALLINT", "DECIMAL", "NUMERIC" -> 1;
            default -> "1";
        };
    }
}
