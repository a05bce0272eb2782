package io.arrears.store.contact;

import io.arrears.store.jdbc.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Names and phones of borrowers and contacts, by their ids, as known now. */
public final class Addresses {

    private static final Sql SQL = Sql.of("addresses");

    private final NamedParameterJdbcTemplate jdbc;

    public Addresses(DataSource pool) {
        this.jdbc = new NamedParameterJdbcTemplate(pool);
    }

    /** Who somebody is and on which number; empty where it is not known or was erased. */
    public record Address(String name, String phone) {

        public static final Address NONE = new Address("", "");

        @Override
        public String toString() {
            return "Address[…]";
        }
    }

    /** Of borrowers and those who answer with them. */
    public Map<String, Address> borrowers(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : read("borrowers", Map.of("ids", ids));
    }

    /** Of contacts of a lender's accounts. */
    public Map<String, Address> contacts(String lender, Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : read("contacts", Map.of("lender", lender, "ids", ids));
    }

    private Map<String, Address> read(String query, Map<String, ?> parameters) {
        Map<String, Address> addresses = new HashMap<>();
        jdbc.query(SQL.get(query), parameters, row -> {
            addresses.put(row.getString(1), new Address(text(row.getString(2)), text(row.getString(3))));
        });
        return addresses;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\p{Cntrl}", " ");
    }
}
