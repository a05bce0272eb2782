package io.arrears.store;

import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The latest cutoff of a lender's runs, which no later run goes behind and after which all that is learnt is known. */
public final class LastCutoff {

    private static final Sql SQL = Sql.of("runs");

    private final JdbcTemplate jdbc;

    public LastCutoff(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * None before the first run. It lies after now where a clock is wrong.
     *
     * @param lender whose row must be locked
     */
    @Nullable
    public Instant of(String lender, Instant now) {
        LocalDateTime last = jdbc.queryForObject(
                SQL.get("last_cutoff"),
                LocalDateTime.class,
                lender,
                Rows.words(Run.State.class, Run.State::cameToNothing),
                Rows.utc(now));
        return last == null ? null : last.toInstant(ZoneOffset.UTC);
    }
}
