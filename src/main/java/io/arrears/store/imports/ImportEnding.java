package io.arrears.store.imports;

import io.arrears.audit.Event;
import io.arrears.audit.Event.What;
import io.arrears.store.AuditStore;
import io.arrears.store.imports.ImportStore.State;
import io.arrears.store.jdbc.Sql;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How an import ends: its state, and in the same transaction an event in the chain of each lender it concerns. Whose rows a
 * refused delivery would have had nobody knows, so it stands in every chain.
 */
public final class ImportEnding {

    private static final Sql SQL = Sql.of("import-state");
    private static final Sql LENDERS = Sql.of("lenders");

    private final JdbcTemplate jdbc;
    private final ImportStore store;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public ImportEnding(DataSource pool, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = new JdbcTemplate(pool);
        this.store = new ImportStore(pool, clock);
        this.audit = new AuditStore(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What it delivered is loaded.
     *
     * @param details SHA-256 of the files that tell which rows were rejected, by their names
     */
    public void done(long id, Map<String, String> details) {
        transaction.executeWithoutResult(status -> {
            store.finish(id, State.DONE, null);
            new Erasures(jdbc)
                    .of(id)
                    .forEach((lender, contacts) ->
                            audit.append(lender, event(id, What.CONTACTS_ERASED).counts(Map.of("contacts", contacts))));
            append(id, What.IMPORT_DONE, jdbc.queryForList(SQL.get("lenders-of"), String.class, id), null, details);
        });
    }

    /**
     * Nothing of it is loaded.
     *
     * @param details SHA-256 of the files that tell which rows were rejected, by their names
     */
    public void refused(long id, String why, Map<String, String> details) {
        transaction.executeWithoutResult(status -> {
            store.finish(id, State.REFUSED, why);
            append(id, What.IMPORT_REFUSED, jdbc.queryForList(LENDERS.get("all"), String.class), why, details);
        });
    }

    private void append(long id, What what, List<String> lenders, @Nullable String why, Map<String, String> details) {
        Map<String, Object> counts = new TreeMap<>();
        store.counts(id).forEach((feed, rows) -> counts.put(feed.table(), counts(rows)));
        Event event = event(id, what)
                .with("source", store.get(id).source())
                .counts(counts)
                .digests(details)
                .reason(why);
        lenders.forEach(lender -> audit.append(lender, event));
    }

    private Event event(long id, What what) {
        return Event.of(what, clock.instant().truncatedTo(ChronoUnit.MICROS)).on("import " + id);
    }

    private static Map<String, Long> counts(ImportStore.Counts rows) {
        return new TreeMap<>(Map.of(
                "rows", rows.rows(),
                "loaded", rows.loaded(),
                "corrected", rows.corrected(),
                "unchanged", rows.unchanged(),
                "repeated", rows.repeated(),
                "rejected", rows.rejected(),
                "set_aside", rows.setAside()));
    }
}
