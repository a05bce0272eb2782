package io.arrears.store.run;

import io.arrears.audit.Manifest;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The delivered files behind a run. */
public final class InputStore {

    private static final Sql SQL = Sql.of("inputs");

    private final JdbcTemplate jdbc;

    public InputStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** The files that became known to a run after the lender's published run before it; all up to its cutoff on a first night. */
    public List<Manifest.Input> of(Run run, @Nullable Run previous) {
        return jdbc.query(
                SQL.get("between"),
                (row, i) -> new Manifest.Input(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)),
                run.lender().name(),
                Rows.utc(previous == null ? Instant.ofEpochSecond(-1) : previous.cutoff()),
                Rows.utc(run.cutoff()));
    }
}
