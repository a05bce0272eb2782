package io.arrears.store.imports;

import io.arrears.delivery.AccountRef;
import io.arrears.delivery.KnownRow;
import io.arrears.delivery.Ledger;
import io.arrears.feed.AccountKind;
import io.arrears.feed.Column.Reference;
import io.arrears.feed.Feed;
import io.arrears.feed.Layout;
import io.arrears.feed.Row;
import io.arrears.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What one import's validation asks of the ledger's tables, always a chunk at a time. */
public final class ImportLedger implements Ledger {

    private static final int ACCOUNTS_HELD = 20_000;
    private static final Sql LEDGER = Sql.of("import-ledger");
    private static final Sql REJECTS = Sql.of("import-rejects");

    private final NamedParameterJdbcTemplate jdbc;
    private final ImportNotes notes;
    private final Erasures erasures;
    private final boolean mySql;
    private final Map<Feed, Boolean> filled = new EnumMap<>(Feed.class);
    private final Map<Feed, Boolean> awaiting = new EnumMap<>(Feed.class);
    private final Map<String, AccountRef> held = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AccountRef> eldest) {
            return size() > ACCOUNTS_HELD;
        }
    };

    public ImportLedger(DataSource dataSource, ImportNotes notes) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.notes = notes;
        this.erasures = new Erasures(new JdbcTemplate(dataSource));
        this.mySql = Boolean.TRUE.equals(jdbc.getJdbcOperations()
                .execute((Connection connection) ->
                        connection.getMetaData().getDatabaseProductName().equals("MySQL")));
    }

    @Override
    public Map<String, AccountRef> accounts(Collection<String> ids) {
        Map<String, AccountRef> found = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (String id : ids) {
            AccountRef account = held.get(id);
            if (account == null) {
                missing.add(id);
            } else {
                found.put(id, account);
            }
        }
        Map<String, AccountRef> fetched = new HashMap<>();
        if (!missing.isEmpty()) {
            jdbc.query(LEDGER.get("accounts"), Map.of("ids", missing), rs -> {
                boolean isLine = AccountKind.isLine(rs.getString(4));
                fetched.put(rs.getString(1), new AccountRef(rs.getString(2), rs.getString(3), isLine, true));
            });
            notes.findAccounts(missing, fetched);
        }
        held.putAll(fetched);
        found.putAll(fetched);
        return found;
    }

    @Override
    public Set<String> existing(Reference reference, Collection<String> ids) {
        Feed feed =
                switch (reference) {
                    case BORROWER -> Feed.BORROWERS;
                    case CONTACT -> Feed.CONTACTS;
                    case ACCOUNT -> Feed.ACCOUNTS;
                    case NOTHING -> throw new IllegalArgumentException("a reference to nothing");
                };
        Set<String> existing =
                new HashSet<>(jdbc.queryForList(LEDGER.get(feed.table()), Map.of("ids", ids), String.class));
        existing.addAll(notes.find(feed, ids));
        return existing;
    }

    @Override
    public Set<String> erased(Collection<String> contacts) {
        return erasures.among(contacts);
    }

    @Override
    public Map<String, KnownRow> known(Feed feed, List<Row> rows, List<String> lenders) {
        if (!filled.computeIfAbsent(feed, this::hasRows)) {
            return Map.of();
        }
        int[] key = feed.layout().key();
        String statement = "known-" + feed.table() + (feed == Feed.INSTALMENTS && !mySql ? "-h2" : "");
        Map<String, KnownRow> known = new HashMap<>();
        jdbc.query(LEDGER.get(statement), keys(feed, key, rows, lenders), rs -> {
            known.merge(keyOf(feed.layout(), key, rs), knownRow(feed.layout(), rs), ImportLedger::newer);
        });
        return known;
    }

    private static Map<String, Object> keys(Feed feed, int[] key, List<Row> rows, List<String> lenders) {
        Set<String> first = new LinkedHashSet<>();
        rows.forEach(row -> first.add(row.text(key[0])));
        if (feed != Feed.INSTALMENTS) {
            return Map.of("keys", first);
        }
        List<@Nullable Object[]> whole = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            whole.add(new @Nullable Object[] {lenders.get(i), row.at(key[0]), row.at(key[1]), row.at(key[2])});
        }
        return Map.of("keys", whole, "accounts", first);
    }

    private static String keyOf(Layout layout, int[] key, ResultSet rs) throws SQLException {
        @Nullable Object[] values = new Object[layout.size()];
        for (int position : key) {
            String name = layout.column(position).name();
            values[position] = switch (layout.column(position).kind()) {
                case INSTANT -> rs.getObject(name, LocalDateTime.class);
                case COUNT -> rs.getInt(name);
                case ID, LENDER, BUREAU, TEXT, WORD, DATE, AMOUNT, RATE, COUNTRY, CURRENCY -> rs.getString(name);
            };
        }
        return layout.keyOf(values);
    }

    private static KnownRow knownRow(Layout layout, ResultSet rs) throws SQLException {
        List<String> fixed = new ArrayList<>();
        for (int position : layout.fixed()) {
            fixed.add(rs.getString(layout.column(position).name()));
        }
        LocalDateTime erasedAt = layout.has(Feed.ERASED_AT) ? rs.getObject(Feed.ERASED_AT, LocalDateTime.class) : null;
        return new KnownRow(rs.getInt("revision"), rs.getBytes("digest"), fixed, erasedAt);
    }

    private static KnownRow newer(KnownRow one, KnownRow other) {
        return one.revision() > other.revision() ? one : other;
    }

    private boolean hasRows(Feed feed) {
        return !jdbc.getJdbcOperations()
                .queryForList(LEDGER.get("any-" + feed.table()), Integer.class)
                .isEmpty();
    }

    @Override
    public Set<String> awaited(Feed feed, Collection<String> keys) {
        if (keys.isEmpty() || !awaiting.computeIfAbsent(feed, this::hasOpenRejects)) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.queryForList(REJECTS.get("awaited"), Map.of("feed", feed.table(), "keys", keys), String.class));
    }

    private boolean hasOpenRejects(Feed feed) {
        return !jdbc.getJdbcOperations()
                .queryForList(REJECTS.get("any-open"), Integer.class, feed.table())
                .isEmpty();
    }

    @Override
    public void noteAccounts(Map<String, AccountRef> accounts) {
        held.keySet().removeAll(accounts.keySet());
        notes.add(accounts);
    }

    @Override
    public void note(Feed feed, Collection<String> ids) {
        notes.add(feed, ids);
    }

    @Override
    public void forget(Feed feed, Collection<String> ids) {
        held.keySet().removeAll(ids);
        notes.remove(feed, ids);
    }
}
