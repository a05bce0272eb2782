package io.arrears.store.imports;

import io.arrears.feed.Feed;
import io.arrears.store.imports.LedgerRows.LedgerRow;
import io.arrears.store.jdbc.Sql;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Contacts whose person asked to be forgotten: their name and phone go from every form that the ledger has of them. What
 * stays is the id, since attempts name it. Doing it again changes nothing.
 */
public final class Erasures {

    private static final Sql SQL = Sql.of("erasures");
    private static final byte[] NO_DIGEST = new byte[16];

    private final JdbcTemplate jdbc;
    private final int contactId = Feed.CONTACTS.layout().position("contact_id");
    private final int erasedAt = Feed.CONTACTS.layout().position(Feed.ERASED_AT);

    public Erasures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Erases those of a chunk of contacts that say so. The caller holds the transaction that inserts them. */
    public void load(long importId, List<LedgerRow> contacts) {
        List<LedgerRow> erased = contacts.stream()
                .filter(contact -> contact.values()[erasedAt] != null)
                .toList();
        if (erased.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                SQL.get("add"),
                erased.stream()
                        .map(contact -> new Object[] {id(contact), contact.lender(), importId})
                        .toList());
        List<String> ids = erased.stream().map(this::id).toList();
        for (String blank : List.of("blank", "blank_attempts", "blank_stops")) {
            new NamedParameterJdbcTemplate(jdbc).update(SQL.get(blank), Map.of("nothing", NO_DIGEST, "ids", ids));
        }
    }

    /** How many contacts of each lender an import erased. */
    SortedMap<String, Long> of(long importId) {
        SortedMap<String, Long> lenders = new TreeMap<>();
        jdbc.query(
                SQL.get("of_import"),
                row -> {
                    lenders.put(row.getString(1), row.getLong(2));
                },
                importId);
        return lenders;
    }

    private String id(LedgerRow contact) {
        return String.valueOf(contact.values()[contactId]);
    }
}
