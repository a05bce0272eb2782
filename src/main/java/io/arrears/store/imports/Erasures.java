package io.arrears.store.imports;

import io.arrears.feed.Feed;
import io.arrears.feed.Layout;
import io.arrears.feed.RowCodec;
import io.arrears.store.contact.Objections;
import io.arrears.store.contact.Objections.Said;
import io.arrears.store.imports.LedgerRows.LedgerRow;
import io.arrears.store.jdbc.Sql;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Contacts whose person asked to be forgotten: their name and phone go from every form that the ledger has of them, and the
 * telephone from their attempts and stops. What stays is the id, since attempts name it. Doing it again changes nothing.
 */
public final class Erasures {

    private static final Sql SQL = Sql.of("erasures");
    private static final byte[] NO_DIGEST = new byte[16];

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final int contactId = Feed.CONTACTS.layout().position("contact_id");
    private final int erasedAt = Feed.CONTACTS.layout().position(Feed.ERASED_AT);

    public Erasures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * Erases those of a chunk of contacts that say so; their numbers are kept as objections alone. The caller holds the transaction
     * that inserts them.
     */
    public void load(long importId, List<LedgerRow> contacts, Objections objections) {
        List<LedgerRow> erased = contacts.stream()
                .filter(contact -> contact.values()[erasedAt] != null)
                .toList();
        if (erased.isEmpty()) {
            return;
        }
        objections.add(objecting(erased, objections));
        jdbc.batchUpdate(
                SQL.get("add"),
                erased.stream()
                        .map(contact -> new Object[] {id(contact), contact.lender(), importId})
                        .toList());
        List<String> ids = erased.stream().map(this::id).toList();
        for (String blank : List.of("blank", "blank_attempts", "blank_stops")) {
            named.update(SQL.get(blank), Map.of("nothing", NO_DIGEST, "ids", ids));
        }
    }

    private List<Said> objecting(List<LedgerRow> erased, Objections objections) {
        Map<String, Set<String>> numbers =
                objections.allNumbers(erased.stream().map(this::id).toList());
        List<Said> said = new ArrayList<>();
        for (LedgerRow contact : erased) {
            String id = id(contact);
            said.add(new Said(contact.lender(), id, id, null, contact.knownAt()));
            numbers.getOrDefault(id, Set.of())
                    .forEach(digits -> said.add(new Said(contact.lender(), id, id, digits, contact.knownAt())));
        }
        return said;
    }

    /** Those of these contacts that are erased. */
    Set<String> among(Collection<String> contacts) {
        return contacts.isEmpty()
                ? Set.of()
                : new HashSet<>(named.queryForList(SQL.get("among"), Map.of("ids", contacts), String.class));
    }

    /**
     * Rows of attempts or stops as they may be kept: without the telephone of a contact that this very delivery erased, which was
     * not known when they were validated.
     */
    public List<LedgerRow> withoutTelephones(Feed feed, List<LedgerRow> rows) {
        Layout layout = feed.layout();
        int handle = layout.position(Feed.HANDLE_ID);
        int contact = layout.position("contact_id");
        Set<String> contacts = rows.stream()
                .filter(row -> row.values()[handle] != null && row.values()[contact] != null)
                .map(row -> String.valueOf(row.values()[contact]))
                .collect(Collectors.toSet());
        Set<String> gone = among(contacts);
        return gone.isEmpty()
                ? rows
                : rows.stream()
                        .map(row -> gone.contains(String.valueOf(row.values()[contact]))
                                ? without(row, handle, layout)
                                : row)
                        .toList();
    }

    private static LedgerRow without(LedgerRow row, int position, Layout layout) {
        @Nullable Object[] values = row.values().clone();
        values[position] = null;
        RowCodec codec = new RowCodec(layout);
        ByteBuffer bytes = ByteBuffer.allocate(RowCodec.LONGEST);
        codec.write(values, bytes);
        return new LedgerRow(
                values, row.lender(), row.revision(), row.arrives(), row.knownAt(), codec.digest(bytes.flip()));
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
