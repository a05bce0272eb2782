package io.arrears.store;

import io.arrears.audit.AuditEvent;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit chain of each lender. */
public final class AuditStore {

    private static final Sql SQL = Sql.of("audit");

    private final JdbcTemplate jdbc;

    public AuditStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** Appends an event; the caller's transaction holds the lender's row, so that the chain does not fork. */
    public void append(String lender, Map<String, Object> event) {
        AuditEvent before = jdbc
                .query(SQL.get("last"), (row, i) -> new AuditEvent(row.getLong(1), "", row.getString(2)), lender)
                .stream()
                .findFirst()
                .orElse(new AuditEvent(0, "", AuditEvent.FIRST));
        AuditEvent next = AuditEvent.after(before.number(), before.hash(), event);
        jdbc.update(SQL.get("append"), lender, next.number(), next.json(), next.hash());
    }

    public List<AuditEvent> all(String lender) {
        return jdbc.query(
                SQL.get("all"), (row, i) -> new AuditEvent(row.getLong(1), row.getString(2), row.getString(3)), lender);
    }
}
