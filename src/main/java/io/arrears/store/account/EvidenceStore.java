package io.arrears.store.account;

import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of one account that a court or a dispute desk asks for, as they were known at an instant. */
public final class EvidenceStore {

    private static final Sql SQL = Sql.of("evidence");

    private final JdbcTemplate jdbc;
    private final String lender;
    private final String account;
    private final Instant cutoff;

    public EvidenceStore(DataSource pool, String lender, String account, Instant cutoff) {
        this.jdbc = new JdbcTemplate(pool);
        this.lender = lender;
        this.account = account;
        this.cutoff = cutoff;
    }

    /** The borrower's id and name. */
    public List<String> person() {
        List<List<String>> forms = jdbc.query(
                SQL.get("person"), EvidenceStore::cells, lender, account, Rows.utc(cutoff), Rows.utc(cutoff));
        return forms.get(forms.size() - 1);
    }

    /** The newest form of each row of one of the statements, its cells as text; an absent one is empty. */
    public List<List<String>> rows(String statement) {
        Map<String, List<String>> newest = new LinkedHashMap<>();
        jdbc.query(SQL.get(statement), EvidenceStore::cells, lender, account, Rows.utc(cutoff))
                .forEach(row -> newest.put(row.get(0), row));
        return List.copyOf(newest.values());
    }

    /** How a file moved, state and instant, by then. */
    public List<List<String>> moves(String bureau, String environment, String file) {
        return jdbc.query(SQL.get("moves"), EvidenceStore::cells, bureau, environment, file, Rows.utc(cutoff));
    }

    private static List<String> cells(ResultSet row, int index) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(text(row.getObject(i)));
        }
        return List.copyOf(cells);
    }

    /** Instants stand in the tables in UTC. */
    private static String text(@Nullable Object value) {
        if (value instanceof LocalDateTime utc) {
            return Rows.instant(utc).toString();
        }
        return value instanceof java.sql.Timestamp at
                ? Rows.instant(at.toLocalDateTime()).toString()
                : Objects.toString(value, "");
    }
}
