package io.arrears.store;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The few counts and keys that a night asks of the database as a whole. */
public final class NightQueries {

    private static final Sql LEDGER = Sql.of("ledger");
    private static final Sql STANDING = Sql.of("standing");

    private final JdbcTemplate jdbc;

    public NightQueries(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** Splits a lender's accounts into at most so many key ranges of about the same number of rows. */
    public List<KeyRange> ranges(String lender, int parts) {
        long rows = count(LEDGER.get("count_accounts"), lender);
        List<KeyRange> ranges = new ArrayList<>();
        String after = KeyRange.FIRST;
        for (int i = 1; i < parts; i++) {
            String key = nth(lender, rows * i / parts);
            if (key != null && key.compareTo(after) > 0) {
                ranges.add(new KeyRange(after, key));
                after = key;
            }
        }
        ranges.add(new KeyRange(after, KeyRange.LAST));
        return ranges;
    }

    /** Accounts that a run found overdue and that were not before. */
    public long newlyOverdue(Run run) {
        return count(STANDING.get("newly_overdue"), run.lender().name(), run.id(), run.previousRunOrZero());
    }

    /** Accounts that were open as the last published run left them. */
    public long openBefore(Run run) {
        return count(STANDING.get("open_before"), run.lender().name(), run.previousRunOrZero());
    }

    private @Nullable String nth(String lender, long offset) {
        return jdbc.queryForList(LEDGER.get("nth_account"), String.class, lender, offset).stream()
                .findFirst()
                .orElse(null);
    }

    private long count(String sql, Object... parameters) {
        Long count = jdbc.queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }
}
