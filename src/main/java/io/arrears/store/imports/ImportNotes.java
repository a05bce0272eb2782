package io.arrears.store.imports;

import io.arrears.delivery.AccountRef;
import io.arrears.feed.AccountKind;
import io.arrears.feed.Feed;
import io.arrears.store.jdbc.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The good rows of one delivery that others refer to, noted beside the ledger as long as the import lasts. */
public final class ImportNotes {

    private static final Sql SQL = Sql.of("import-notes");

    private final long importId;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public ImportNotes(long importId, DataSource dataSource, PlatformTransactionManager transactions) {
        this.importId = importId;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
    }

    void add(Map<String, AccountRef> accounts) {
        List<Object[]> rows = new ArrayList<>();
        accounts.forEach((id, account) -> rows.add(new Object[] {
            importId,
            id,
            account.lender(),
            account.currency(),
            AccountKind.of(account.isLine()).name()
        }));
        write(SQL.get("note-account"), rows);
    }

    void add(Feed feed, Collection<String> ids) {
        write(
                SQL.get("note-id"),
                ids.stream()
                        .map(id -> new Object[] {importId, feed.table(), id})
                        .toList());
    }

    /** One commit a chunk: a commit a row would take longer than all the rest. */
    private void write(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            transaction.executeWithoutResult(status -> jdbc.getJdbcOperations().batchUpdate(sql, rows));
        }
    }

    /** Those of these accounts that the delivery has, as it has them, beside or instead of those of the ledger. */
    void findAccounts(Set<String> ids, Map<String, AccountRef> ledgers) {
        if (!ids.isEmpty()) {
            jdbc.query(SQL.get("accounts"), Map.of("ids", ids, "import", importId), rs -> {
                String id = rs.getString(1);
                boolean isLine = AccountKind.isLine(rs.getString(4));
                ledgers.put(id, new AccountRef(rs.getString(2), rs.getString(3), isLine, ledgers.containsKey(id)));
            });
        }
    }

    List<String> find(Feed feed, Collection<String> ids) {
        return jdbc.queryForList(SQL.get("ids"), values(feed, ids), String.class);
    }

    void remove(Feed feed, Collection<String> ids) {
        if (feed == Feed.ACCOUNTS) {
            jdbc.update(SQL.get("forget-accounts"), values(feed, ids));
        } else if (feed == Feed.BORROWERS || feed == Feed.CONTACTS) {
            jdbc.update(SQL.get("forget-ids"), values(feed, ids));
        }
    }

    private Map<String, Object> values(Feed feed, Collection<String> ids) {
        return Map.of("import", importId, "feed", feed.table(), "ids", ids);
    }

    /** Removes all notes of the import. */
    public void clear() {
        for (String statement : List.of("clear-accounts", "clear-ids")) {
            while (jdbc.getJdbcOperations().update(SQL.get(statement), importId) > 0) {
                // a bounded number of rows each time, so that no statement grows with the delivery
            }
        }
    }
}
