package io.arrears.store.imports;

import io.arrears.delivery.FeedResult;
import io.arrears.feed.Feed;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The life of imports in their tables. Callers hold the transaction where several of these belong together. */
public final class ImportStore {

    public enum State {
        VALIDATING,
        LOADING,
        DONE,
        REFUSED;

        boolean isUnfinished() {
            return this == VALIDATING || this == LOADING;
        }
    }

    public record Import(
            long id, String source, State state, @Nullable String message) {}

    /** How many rows of one feed went which way. */
    public record Counts(long rows, long loaded, long corrected, long unchanged, long repeated, long rejected) {

        /** Credits and charges of zero, the rest of the rows (D21). */
        public long setAside() {
            return rows - loaded - corrected - unchanged - repeated - rejected;
        }
    }

    private static final Sql SQL = Sql.of("import-state");

    /** The lender of a delivery that has no row of any: one of no rows. */
    private static final String EVERYBODYS = "";

    private static final int LONGEST_SOURCE = 1000;
    private static final int LONGEST_USER = 100;
    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public ImportStore(DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    public long create(String source, String user) {
        Long last = jdbc.queryForObject(SQL.get("last-id"), Long.class);
        long id = (last == null ? 0 : last) + 1;
        jdbc.update(SQL.get("insert"), id, cut(source, LONGEST_SOURCE), cut(user, LONGEST_USER), now());
        return id;
    }

    public Optional<Long> unfinished() {
        return jdbc
                .queryForList(SQL.get("unfinished"), Long.class, Rows.words(State.class, State::isUnfinished))
                .stream()
                .findFirst();
    }

    public Import get(long id) {
        return jdbc
                .query(
                        SQL.get("select"),
                        (rs, i) -> new Import(
                                rs.getLong(1), rs.getString(2), State.valueOf(rs.getString(3)), rs.getString(4)),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no import " + id));
    }

    /** From now on only this job execution may write for the import. */
    public void own(long id, long executionId) {
        jdbc.update(SQL.get("own"), executionId, id);
    }

    /** Locks the import, and fails when another job execution has taken it over. */
    public void requireOwner(long id, long executionId) {
        Long owner = jdbc.queryForObject(SQL.get("owner"), Long.class, id);
        if (owner == null || owner != executionId) {
            throw new IllegalStateException("import " + id + " was taken over by another process");
        }
    }

    /**
     * Notes what a delivery has.
     *
     * @param empty feeds without a file, of which it is said that they have no rows
     */
    public void recordFiles(long id, List<FeedResult> results, Set<Feed> empty) {
        jdbc.update(SQL.get("delete-files"), id);
        empty.forEach(feed -> jdbc.update(SQL.get("add-delivery"), id, feed.table(), EVERYBODYS));
        for (FeedResult result : results) {
            jdbc.update(
                    SQL.get("insert-file"),
                    id,
                    result.feed().table(),
                    result.bytes(),
                    result.sha256(),
                    result.rows(),
                    result.loaded(),
                    result.corrected(),
                    result.unchanged(),
                    result.repeated(),
                    result.rejected());
            Set<String> delivered = result.rows() == 0 ? Set.of(EVERYBODYS) : result.delivered();
            delivered.forEach(lender ->
                    jdbc.update(SQL.get("add-delivery"), id, result.feed().table(), lender));
        }
    }

    public Map<Feed, Counts> counts(long id) {
        Map<Feed, Counts> counts = new EnumMap<>(Feed.class);
        jdbc.query(
                SQL.get("files"),
                rs -> {
                    counts.put(
                            Feed.ofTable(rs.getString(1)).orElseThrow(),
                            new Counts(
                                    rs.getLong(2),
                                    rs.getLong(3),
                                    rs.getLong(4),
                                    rs.getLong(5),
                                    rs.getLong(6),
                                    rs.getLong(7)));
                },
                id);
        return counts;
    }

    public void finish(long id, State state, @Nullable String message) {
        jdbc.update(SQL.get("finish"), state.name(), now(), message == null ? null : cut(message, LONGEST_MESSAGE), id);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }
}
