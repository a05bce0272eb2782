package io.arrears.store.contact;

import io.arrears.ExitCode;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The numbers at which erased contacts objected since a cutoff: of none there is more than its digest (L10). */
final class ErasedNumbers {

    private static final Sql SQL = Sql.of("objections");

    private final NamedParameterJdbcTemplate named;
    private final ObjectionKey key;
    private final String lender;
    private final LocalDateTime cutoff;

    ErasedNumbers(DataSource pool, Home home, String lender, Instant cutoff) {
        this.named = new NamedParameterJdbcTemplate(pool);
        this.key = new ObjectionKey(home);
        this.lender = lender;
        this.cutoff = Rows.utc(cutoff);
    }

    boolean isEmpty() {
        return named.queryForList(SQL.get("any_of_erased"), Map.of("lender", lender, "cutoff", cutoff), String.class)
                .isEmpty();
    }

    /** Those of these numbers, and since when it is known. */
    Map<String, Instant> among(Collection<String> numbers) {
        List<String> check = named.getJdbcTemplate().queryForList(SQL.get("check"), String.class);
        if (check.isEmpty() || numbers.isEmpty()) {
            return Map.of();
        }
        ObjectionKey.Digester digester = key.require(check.get(0), ExitCode.FAILED);
        Map<String, String> digests = new HashMap<>();
        numbers.forEach(number -> digests.put(digester.of(number), number));
        Map<String, Instant> found = new HashMap<>();
        named.query(
                SQL.get("find_of_erased"),
                Map.of("lender", lender, "cutoff", cutoff, "digests", digests.keySet()),
                row -> {
                    found.put(digests.get(row.getString(1)), Rows.instant(row, 2));
                });
        return found;
    }
}
