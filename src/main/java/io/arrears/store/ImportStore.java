package io.arrears.store;

import io.arrears.delivery.Controls;
import io.arrears.delivery.FeedResult;
import io.arrears.feed.Feed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The life of imports in their tables. Callers hold the transaction where several of these belong together. */
public final class ImportStore {

    /** VALIDATING and LOADING are unfinished. */
    public enum State {
        VALIDATING,
        LOADING,
        DONE,
        REFUSED
    }

    public record Import(
            long id, String source, State state, @Nullable String message) {}

    /** How many rows of one feed went which way. */
    public record Counts(long rows, long loaded, long corrected, long unchanged, long repeated, long rejected) {}

    /** Always known: what a row without posted_at is before its lender's first run. */
    public static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    private static final Sql SQL = Sql.of("import-state");
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
        jdbc.update(SQL.get("insert"), id, source, user, now());
        return id;
    }

    public Optional<Long> unfinished() {
        return jdbc.queryForList(SQL.get("unfinished"), Long.class).stream().findFirst();
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

    public void recordFiles(long id, List<FeedResult> results) {
        jdbc.update(SQL.get("delete-files"), id);
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

    /**
     * Fixes from when on the import's rows are known: just after the latest cutoff of a started run of each lender.
     *
     * <p>The lenders' rows are locked in their order, as a run does before it takes its cutoff.
     *
     * @param shared the delivery also has rows of no one lender, which every lender's runs see
     */
    public void begin(long id, Collection<String> touched, boolean shared, Controls controls) {
        touched.forEach(lender -> jdbc.update(SQL.get("add-lender"), lender));
        TreeSet<String> lenders = new TreeSet<>(touched);
        if (shared) {
            lenders.addAll(jdbc.queryForList(SQL.get("lenders"), String.class));
        }
        for (String lender : lenders) {
            jdbc.queryForList(SQL.get("lock-lender"), String.class, lender);
            jdbc.update(SQL.get("add-import-lender"), id, lender, knownFrom(lender));
        }
        recordControls(id, controls);
        jdbc.update(SQL.get("loading"), id);
    }

    private void recordControls(long id, Controls controls) {
        KnownFrom known = knownFromOf(id);
        controls.feeds().forEach((feed, stated) -> {
            @Nullable BigDecimal amount = stated.amount();
            jdbc.update(
                    SQL.get("insert-control-feed"),
                    id,
                    stated.line(),
                    known.of(""),
                    stated.businessDate(),
                    feed.table(),
                    stated.rows(),
                    amount);
        });
        for (Controls.OfPortfolio stated : controls.portfolios()) {
            jdbc.update(
                    SQL.get("insert-control-portfolio"),
                    id,
                    stated.line(),
                    known.of(stated.lender()),
                    stated.businessDate(),
                    stated.lender(),
                    stated.product(),
                    stated.currency(),
                    stated.openAccounts(),
                    stated.principal(),
                    stated.overdue());
        }
    }

    /** The lender's row must be locked. */
    LocalDateTime knownFrom(String lender) {
        return after(jdbc.queryForObject(SQL.get("last-cutoff"), LocalDateTime.class, lender));
    }

    private static LocalDateTime after(@Nullable LocalDateTime cutoff) {
        return cutoff == null ? ALWAYS : cutoff.plusNanos(1000);
    }

    /** From when on each lender's rows of one import are known. */
    public record KnownFrom(Map<String, LocalDateTime> lenders, LocalDateTime latest) {

        /** An empty lender stands for rows of no one lender: the latest of all. */
        public LocalDateTime of(String lender) {
            if (lender.isEmpty()) {
                return latest;
            }
            LocalDateTime from = lenders.get(lender);
            if (from == null) {
                throw new IllegalStateException("the import did not lock the lender " + lender);
            }
            return from;
        }
    }

    public KnownFrom knownFromOf(long id) {
        Map<String, LocalDateTime> lenders = new TreeMap<>();
        jdbc.query(
                SQL.get("known-from"),
                rs -> {
                    lenders.put(rs.getString(1), rs.getObject(2, LocalDateTime.class));
                },
                id);
        LocalDateTime latest =
                lenders.values().stream().max(LocalDateTime::compareTo).orElse(ALWAYS);
        return new KnownFrom(lenders, latest);
    }

    public void finish(long id, State state, @Nullable String message) {
        String shown =
                message != null && message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        jdbc.update(SQL.get("finish"), state.name(), now(), shown, id);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }
}
