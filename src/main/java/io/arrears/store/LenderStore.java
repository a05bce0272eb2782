package io.arrears.store;

import io.arrears.audit.Event;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lenders of whom anything was ever begun: a row each, which is locked while something of theirs begins. */
public final class LenderStore {

    private static final Sql SQL = Sql.of("lenders");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LastCutoff cutoffs;
    private final AuditStore audit;

    public LenderStore(DataSource pool, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.cutoffs = new LastCutoff(jdbc);
        this.audit = new AuditStore(pool);
    }

    public List<String> all() {
        return jdbc.queryForList(SQL.get("all"), String.class);
    }

    /** Locks the lender's row until the transaction ends: imports and runs of a lender begin one after the other. */
    public void lock(String lender) {
        jdbc.update(SQL.get("add"), lender);
        jdbc.queryForObject(SQL.get("lock"), String.class, lender);
    }

    /** Now, but after the cutoff of every run of the lender that has started: under its lock, what is said then no such run sees. */
    public Instant afterLastCutoff(String lender, Instant now) {
        Instant last = cutoffs.of(lender, now);
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        return last == null || micros.isAfter(last) ? micros : last.plus(1, ChronoUnit.MICROS);
    }

    /** When the first entry of a lender became known; none before there is one. */
    public Optional<Instant> posted(String lender) {
        return Optional.ofNullable(
                        jdbc.queryForObject(SQL.get("posted"), LocalDateTime.class, lender, KnownFrom.ALWAYS))
                .map(Rows::instant);
    }

    /** Since when anything is known of a lender that was posted, or its first night saw; none before there is either. */
    public Optional<Instant> begun(String lender) {
        return Optional.ofNullable(
                        jdbc.queryForObject(SQL.get("begun"), LocalDateTime.class, lender, KnownFrom.ALWAYS, lender))
                .map(Rows::instant);
    }

    /** Says something in the trail of every lender, in all of them or in none. */
    public void tellAll(Event event) {
        transaction.executeWithoutResult(status -> all().forEach(lender -> audit.append(lender, event)));
    }
}
