package io.arrears.store.imports;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.audit.Event.What;
import io.arrears.feed.Feed;
import io.arrears.feed.Layout;
import io.arrears.feed.RowCodec;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.store.AuditStore;
import io.arrears.store.LenderStore;
import io.arrears.store.contact.Objections;
import io.arrears.store.imports.LedgerRows.LedgerRow;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases contacts that no feed says are erased: on the word of two people, or so many days after their account was closed. What is left
 * is what the feed's own {@code erased_at} leaves ({@link Erasures}): a form that says when, by no import.
 */
public final class ContactErasures {

    private static final Sql SQL = Sql.of("erasures");
    private static final int AT_A_TIME = 1000;

    /** Rows of the ledger that no import brought. */
    private static final long NO_IMPORT = 0;

    private final DataSource pool;
    private final JdbcTemplate jdbc;
    private final LenderStore lenders;
    private final AuditStore audit;
    private final Objections objections;
    private final Home home;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public ContactErasures(DataSource pool, PlatformTransactionManager transactions, Home home, Clock clock) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
        this.lenders = new LenderStore(pool, transactions);
        this.audit = new AuditStore(pool);
        this.objections = new Objections(jdbc, home);
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Erases one contact; the caller holds the lender's lock.
     *
     * @return false when it was erased before, and nothing is changed
     * @throws Refused when the lender has no such contact (2), an import runs (75) or has not ended (1)
     */
    public boolean erase(String contact, String lender, TwoPeople people, Reason reason) {
        return ImportLock.holding(home, pool, () -> {
            requireNoImport();
            objections.requireKey(ExitCode.USAGE);
            return Objects.requireNonNull(transaction.execute(status -> {
                List<String> found = jdbc.queryForList(SQL.get("state"), String.class, contact, lender);
                if (found.isEmpty()) {
                    throw new Refused(
                            ExitCode.USAGE, lender + " has no contact of this id; contacts.csv has it as contact_id");
                }
                boolean isNew = found.get(0).isEmpty();
                if (isNew) {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    erase(lender, List.of(contact), now);
                    audit.append(
                            lender,
                            Event.of(What.CONTACTS_ERASED, now)
                                    .on("contact")
                                    .counts(Map.of("contacts", 1L))
                                    .people(people.names())
                                    .reason(reason.text()));
                }
                return isNew;
            }));
        });
    }

    private void requireNoImport() {
        Long unfinished = new ImportStore(pool, clock).unfinished().orElse(null);
        if (unfinished != null) {
            throw new Refused(
                    ExitCode.FAILED,
                    "import " + unfinished
                            + " has not ended, and may have the contact in its rows; 'arrears import DIR' goes on with it"
                            + " first");
        }
    }

    /** Sees to it that objections are kept, also those from before they had a table; refuses (1) without their key. */
    public void keepObjections() {
        transaction.executeWithoutResult(status -> objections.begin());
    }

    /**
     * Erases the contacts of the accounts that a run finds closed by a day; those of an import that is under way wait for the next
     * night.
     *
     * @return how many
     */
    public int eraseClosed(Run run, @Nullable Run previous, LocalDate closedBy) {
        try {
            return ImportLock.holding(home, pool, () -> {
                requireNoImport();
                int erased = 0;
                List<String> contacts = closed(run, previous, closedBy);
                while (!contacts.isEmpty()) {
                    eraseClosed(run, contacts);
                    erased += contacts.size();
                    contacts = closed(run, previous, closedBy);
                }
                return erased;
            });
        } catch (Refused e) {
            if (e.exitCode() == ExitCode.LOCKED || e.exitCode() == ExitCode.FAILED) {
                return 0;
            }
            throw e;
        }
    }

    private List<String> closed(Run run, @Nullable Run previous, LocalDate closedBy) {
        return jdbc.queryForList(
                SQL.get("closed"),
                String.class,
                run.lender().name(),
                closedBy,
                previous == null ? 0 : previous.id(),
                run.id(),
                run.id(),
                AT_A_TIME);
    }

    private void eraseClosed(Run run, List<String> contacts) {
        String lender = run.lender().name();
        transaction.executeWithoutResult(status -> {
            erase(lender, contacts, run.generatedAt());
            audit.append(
                    lender,
                    Event.of(What.CONTACTS_ERASED, clock.instant().truncatedTo(ChronoUnit.MICROS))
                            .run(run.id())
                            .on("erase-contacts-after-closing")
                            .counts(Map.of("contacts", (long) contacts.size())));
        });
    }

    private void erase(String lender, List<String> contacts, Instant erasedAt) {
        lenders.lock(lender);
        LocalDateTime knownAt = new ImportBeginning(jdbc).knownFrom(lender, clock.instant());
        List<LedgerRow> forms = new NamedParameterJdbcTemplate(jdbc)
                .query(
                        SQL.get("newest"),
                        Map.of("ids", contacts),
                        (row, i) -> form(row, lender, Rows.utc(erasedAt), knownAt));
        new LedgerRows(jdbc, Feed.CONTACTS, NO_IMPORT).insert(forms);
        new Erasures(jdbc).load(NO_IMPORT, forms, objections);
    }

    /** What the feed would have said of it. */
    private static LedgerRow form(ResultSet row, String lender, LocalDateTime erasedAt, LocalDateTime knownAt)
            throws SQLException {
        Layout layout = Feed.CONTACTS.layout();
        @Nullable Object[] values = new Object[layout.size()];
        for (int i = 0; i < values.length; i++) {
            String name = layout.column(i).name();
            values[i] = layout.column(i).erasedBy() != null
                    ? ""
                    : name.equals("opted_out_at")
                            ? row.getObject(name, LocalDateTime.class)
                            : name.equals(Feed.ERASED_AT) ? erasedAt : row.getString(name);
        }
        RowCodec codec = new RowCodec(layout);
        ByteBuffer bytes = ByteBuffer.allocate(RowCodec.LONGEST);
        codec.write(values, bytes);
        return new LedgerRow(values, lender, row.getInt("revision") + 1, false, knownAt, codec.digest(bytes.flip()));
    }
}
