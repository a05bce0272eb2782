package io.arrears.store.contact;

import io.arrears.lender.Lender;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
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
    public boolean reach(Lender lender, LocalDate asOf, Instant cutoff) {
        return byControl(lender, asOf, cutoff) || byAttempt(lender, asOf, cutoff);
    }

    private boolean byAttempt(Lender lender, LocalDate asOf, Instant cutoff) {
        Object by = Rows.utc(cutoff);
        List<LocalDateTime> newest =
                jdbc.queryForList(SQL.get("newest_attempt"), LocalDateTime.class, lender.name(), by, by);
        return !newest.isEmpty()
                && !LocalDate.ofInstant(
                                newest.get(0).toInstant(ZoneOffset.UTC),
                                lender.policy().zone())
                        .isBefore(asOf);
    }

    private boolean byControl(Lender lender, LocalDate asOf, Instant cutoff) {
        return jdbc
                .query(
                        FRESHNESS.get("controlled"),
                        (rows, i) -> rows.getString(1).equals("contact_attempts")
                                && rows.getObject(2, LocalDate.class) != null
                                && !rows.getObject(2, LocalDate.class).isBefore(asOf),
                        lender.name(),
                        Rows.utc(cutoff))
                .stream()
                .anyMatch(reaches -> reaches);
    }
}
