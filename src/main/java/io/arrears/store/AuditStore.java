package io.arrears.store;

import io.arrears.audit.AuditEvent;
import io.arrears.audit.Event;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit chain of each lender. */
public final class AuditStore {

    private static final Sql SQL = Sql.of("audit");
    private static final Sql LENDERS = Sql.of("lenders");

    private final JdbcTemplate jdbc;

    public AuditStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** Appends an event. The caller's transaction holds the lender's row from here on, so that the chain does not fork. */
    public void append(String lender, Event event) {
        append(lender, event, null);
    }

    /** Appends the event of a run's step, unless it was said already before the run was cut off. */
    public void appendStep(String lender, Event event, long run, String step) {
        appendOnce(lender, event.run(run).on(step), run, step);
    }

    /** Appends an event that a run says once, unless it was said already before the run was cut off. */
    public void appendOnce(String lender, Event event, long run, String step) {
        lock(lender);
        if (jdbc.queryForList(SQL.get("step"), Long.class, lender, run, step).isEmpty()) {
            append(lender, event, step);
        }
    }

    private void append(String lender, Event event, @Nullable String step) {
        lock(lender);
        AuditEvent before = head(lender);
        AuditEvent next = AuditEvent.after(before.number(), before.hash(), event);
        Object run = event.fields().get("run");
        jdbc.update(SQL.get("append"), lender, next.number(), next.json(), next.hash(), run, step);
    }

    private void lock(String lender) {
        jdbc.queryForList(LENDERS.get("lock"), String.class, lender);
    }

    /** The last event of a chain, without its text; number 0 while there is none. */
    public AuditEvent head(String lender) {
        return jdbc
                .query(SQL.get("last"), (row, i) -> new AuditEvent(row.getLong(1), "", row.getString(2)), lender)
                .stream()
                .findFirst()
                .orElse(new AuditEvent(0, "", AuditEvent.FIRST));
    }

    public List<AuditEvent> all(String lender) {
        return after(lender, 0);
    }

    /** The events of a chain behind this number. */
    public List<AuditEvent> after(String lender, long number) {
        return jdbc.query(SQL.get("after"), AuditStore::event, lender, number);
    }

    /** The events of one run. */
    public List<AuditEvent> ofRun(String lender, long run) {
        return jdbc.query(SQL.get("of_run"), AuditStore::event, lender, run);
    }

    private static AuditEvent event(ResultSet row, int index) throws SQLException {
        return new AuditEvent(row.getLong(1), row.getString(2), row.getString(3));
    }
}
