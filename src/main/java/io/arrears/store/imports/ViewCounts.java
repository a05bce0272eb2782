package io.arrears.store.imports;

import io.arrears.feed.Feed;
import io.arrears.store.jdbc.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many rows a core system's views have, against how many were pulled: a row that changed without its stamp, or was booked late
 * under an old one, is in no pull of what changed, and only the count tells.
 */
public final class ViewCounts {

    private static final Sql SQL = Sql.of("import-views");

    private final JdbcTemplate jdbc;

    public ViewCounts(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** How many rows the pulls before have given; none before the first. */
    @Nullable
    Long given(String source, Feed feed) {
        List<Long> given = jdbc.query(SQL.get("given"), (row, i) -> row.getObject(1, Long.class), source, feed.table());
        return given.isEmpty() ? null : given.get(0);
    }

    /** Notes what was pulled of one view, in the caller's transaction or on its own. */
    void pulled(long importId, String source, CoreViews.Pulled pulled) {
        String feed = pulled.feed().table();
        jdbc.update(SQL.get("pulled"), importId, feed, pulled.counted(), pulled.given(), pulled.whole());
        jdbc.update(SQL.get("looked-at"), importId, source, feed);
    }

    /** Where the counts differ, and what helps; empty when they agree, or for an import of files. */
    public String told(long importId, String source) {
        return jdbc
                .query(
                        SQL.get("counts"),
                        (row, i) -> difference(
                                source,
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3) + row.getLong(5),
                                row.getBoolean(4)),
                        importId)
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> difference(String source, String feed, long counted, long given, boolean whole) {
        if (counted == given || (whole && counted > given)) {
            return Optional.empty();
        }
        if (whole) {
            return Optional.of(
                    (given - counted) + " rows that were pulled before are in the view " + feed
                            + " no more; the ledger keeps them: say what happened by an entry, an agreement or a corrected row");
        }
        return Optional.of("the view " + feed + " has " + counted + " rows, " + given
                + " were pulled: its changed_at misses some, or rows"
                + " left it; 'arrears import --from-views " + source.substring(CoreViews.SOURCE.length())
                + " --full' compares all and mends");
    }
}
