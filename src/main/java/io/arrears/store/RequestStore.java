package io.arrears.store;

import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one of two people asked for, and who confirmed it; in the caller's transaction. */
public final class RequestStore {

    private static final Sql SQL = Sql.of("requests");

    private final JdbcTemplate jdbc;

    public RequestStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /**
     * What one asked for.
     *
     * @param command its words
     * @param subject the digest of what it acts on
     * @param lastRun the newest run that was ever published by then; zero before the first
     */
    public record Request(
            String id, String lender, List<String> command, String subject, long lastRun, Instant askedAt, String by) {}

    public void ask(Request request) {
        jdbc.update(
                SQL.get("insert"),
                request.id(),
                request.lender(),
                String.join("\n", request.command()),
                request.subject(),
                request.lastRun(),
                Rows.utc(request.askedAt()),
                request.by());
    }

    public Optional<Request> find(String id) {
        return jdbc.query(SQL.get("find"), (row, i) -> request(row), id).stream()
                .findFirst();
    }

    public boolean isConfirmed(Request request) {
        Long confirmed = jdbc.queryForObject(SQL.get("is_confirmed"), Long.class, request.id());
        return confirmed != null && confirmed > 0;
    }

    public void confirm(Request request, Instant at, String by) {
        jdbc.update(SQL.get("confirm"), request.id(), Rows.utc(at), by);
    }

    /** Those of a lender that nobody confirmed, oldest first. */
    public List<Request> waiting(String lender, Instant askedAfter) {
        return jdbc.query(SQL.get("waiting"), (row, i) -> request(row), lender, Rows.utc(askedAfter));
    }

    /** The newest run that was ever published; zero before the first. */
    public long lastRun(String lender) {
        Long run = jdbc.queryForObject(
                SQL.get("last_run"), Long.class, lender, Rows.words(Run.State.class, Run.State::wasPublished));
        return run == null ? 0 : run;
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getString(1),
                row.getString(2),
                List.of(row.getString(3).split("\n", -1)),
                row.getString(4),
                row.getLong(5),
                Rows.instant(row, 6),
                row.getString(7));
    }
}
