package io.arrears.store.contact;

import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether what is known of attempts reaches the day that a run is of (L4). */
public final class AttemptsKnown {

    private static final Sql SQL = Sql.of("case");
    private static final Sql FRESHNESS = Sql.of("freshness");

    private final JdbcTemplate jdbc;

    public AttemptsKnown(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** By an attempt of that day or a later one, or by a control row of the feed, which may say that there were none. */
    public boolean reach(Run run) {
        return byControl(run) || byAttempt(run);
    }

    private boolean byAttempt(Run run) {
        List<LocalDateTime> newest = jdbc.queryForList(
                SQL.get("newest_attempt"), LocalDateTime.class, run.lender().name(), Rows.utc(run.cutoff()));
        return !newest.isEmpty()
                && !LocalDate.ofInstant(
                                newest.get(0).toInstant(ZoneOffset.UTC),
                                run.lender().policy().zone())
                        .isBefore(run.asOf());
    }

    private boolean byControl(Run run) {
        return jdbc
                .query(
                        FRESHNESS.get("controlled"),
                        (rows, i) -> rows.getString(1).equals("contact_attempts")
                                && rows.getObject(2, LocalDate.class) != null
                                && !rows.getObject(2, LocalDate.class).isBefore(run.asOf()),
                        run.lender().name(),
                        Rows.utc(run.cutoff()))
                .stream()
                .anyMatch(reaches -> reaches);
    }
}
