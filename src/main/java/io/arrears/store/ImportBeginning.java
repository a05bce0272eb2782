package io.arrears.store;

import io.arrears.delivery.Controls;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** From when on an import's rows are known, fixed in one transaction before the first of them is loaded. */
public final class ImportBeginning {

    private static final Sql SQL = Sql.of("import-state");

    private final JdbcTemplate jdbc;

    public ImportBeginning(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
            jdbc.update(
                    SQL.get("insert-control-feed"),
                    id,
                    stated.line(),
                    known.of(""),
                    stated.businessDate(),
                    feed.table(),
                    stated.rows(),
                    stated.amount());
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
        return cutoff == null ? KnownFrom.ALWAYS : cutoff.plusNanos(1000);
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
                lenders.values().stream().max(LocalDateTime::compareTo).orElse(KnownFrom.ALWAYS);
        return new KnownFrom(lenders, latest);
    }
}
