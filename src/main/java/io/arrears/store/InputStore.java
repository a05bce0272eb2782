package io.arrears.store;

import io.arrears.audit.Manifest;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The delivered files behind a run. */
public final class InputStore {

    private static final Sql SQL = Sql.of("inputs");

    private final JdbcTemplate jdbc;

    public InputStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** The files that became known to a lender's runs after one cutoff and up to another. */
    public List<Manifest.Input> between(String lender, Instant after, Instant upTo) {
        return jdbc.query(
                SQL.get("between"),
                (row, i) -> new Manifest.Input(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)),
                lender,
                Rows.utc(after),
                Rows.utc(upTo));
    }
}
