package io.arrears.store.contact;

import io.arrears.store.jdbc.Sql;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Who owes an account or answers for it, as persons (L5), as known at a cutoff; looked up a block of accounts at a time. */
final class Debtors {

    private static final Sql SQL = Sql.of("debtors");

    private final NamedParameterJdbcTemplate named;
    private final String lender;
    private final LocalDateTime cutoff;

    Debtors(DataSource pool, String lender, LocalDateTime cutoff) {
        this.named = new NamedParameterJdbcTemplate(pool);
        this.lender = lender;
        this.cutoff = cutoff;
    }

    /** An account that nobody is known to owe is not in it. */
    Map<String, Set<String>> of(Collection<String> accounts) {
        Map<String, Set<String>> debtors = new HashMap<>();
        if (!accounts.isEmpty()) {
            named.query(SQL.get("of"), Map.of("lender", lender, "accounts", accounts, "cutoff", cutoff), row -> {
                debtors.computeIfAbsent(row.getString(1), account -> new HashSet<>())
                        .add(People.person(row.getString(2), row.getString(3)));
            });
        }
        return debtors;
    }
}
