package io.arrears.store.run;

import io.arrears.lender.Freshness;
import io.arrears.lender.StaleFeed;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each run found stale when it began, kept so that its restart and its replay say the same. */
public final class FreshnessStore {

    private static final Sql SQL = Sql.of("freshness");

    private final JdbcTemplate jdbc;

    public FreshnessStore(DataSource pool) {
        this(new JdbcTemplate(pool));
    }

    FreshnessStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks once, in the transaction in which the run begins; returns what is stale. */
    List<StaleFeed> note(Run run, @Nullable Run before) {
        Instant over = run.asOf()
                .plusDays(1)
                .atStartOfDay(run.lender().policy().zone())
                .toInstant();
        Freshness.Measure measure = new Freshness.Measure(run.asOf(), before == null ? null : before.cutoff(), over);
        List<StaleFeed> stale = run.lender().freshness().stale(run.lender().requiredFeeds(), newest(run), measure);
        for (StaleFeed feed : stale) {
            Instant delivered = feed.deliveredAt();
            jdbc.update(
                    SQL.get("note"),
                    run.id(),
                    feed.feed(),
                    feed.controlOn(),
                    delivered == null ? null : Rows.utc(delivered));
        }
        return stale;
    }

    /** A replay of a published run shows what that one showed. */
    void copy(Run replay, Run original) {
        jdbc.update(SQL.get("copy"), replay.id(), original.id());
    }

    public List<StaleFeed> of(Run run) {
        return jdbc.query(
                SQL.get("of"),
                (row, i) -> new StaleFeed(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        instant(row.getObject(3, LocalDateTime.class))),
                run.id());
    }

    private record Controlled(LocalDate newest, long importId) {}

    /** A control date counts where the newest delivery of the feed has one. */
    private Map<String, StaleFeed> newest(Run run) {
        LocalDateTime cutoff = Rows.utc(run.cutoff());
        String lender = run.lender().name();
        Map<String, Controlled> controls = new HashMap<>();
        jdbc.query(
                SQL.get("controlled"),
                row -> {
                    controls.put(row.getString(1), new Controlled(row.getObject(2, LocalDate.class), row.getLong(3)));
                },
                lender,
                cutoff);
        Map<String, StaleFeed> newest = new HashMap<>();
        jdbc.query(
                SQL.get("delivered"),
                row -> {
                    Controlled control = controls.get(row.getString(1));
                    LocalDate controlled =
                            control == null || control.importId() != row.getLong(3) ? null : control.newest();
                    newest.put(
                            row.getString(1),
                            new StaleFeed(
                                    row.getString(1), controlled, instant(row.getObject(2, LocalDateTime.class))));
                },
                lender,
                cutoff);
        return newest;
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : Rows.instant(utc);
    }
}
