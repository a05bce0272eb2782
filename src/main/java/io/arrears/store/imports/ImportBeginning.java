package io.arrears.store.imports;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delivery.Controls;
import io.arrears.store.KnownFrom;
import io.arrears.store.LastCutoff;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** From when on an import's rows are known, fixed in one transaction before the first of them is loaded. */
public final class ImportBeginning {

    private static final Sql SQL = Sql.of("import-state");
    private static final Sql LENDERS = Sql.of("lenders");

    private final JdbcTemplate jdbc;
    private final LastCutoff cutoffs;

    public ImportBeginning(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.cutoffs = new LastCutoff(jdbc);
    }

    /**
     * Fixes from when on the import's rows are known: just after the latest cutoff of a started run of each lender.
     *
     * <p>The lenders' rows are locked in their order, as a run does before it takes its cutoff.
     *
     * @param shared the delivery also has rows of no one lender, which every lender's runs see
     * @param now of this host; rows known only later would be in no night until then
     * @throws Refused when the latest cutoff of a lender lies after now (2)
     */
    public void begin(long id, Collection<String> touched, boolean shared, Controls controls, Instant now) {
        touched.forEach(lender -> jdbc.update(LENDERS.get("add"), lender));
        TreeSet<String> lenders = new TreeSet<>(touched);
        if (shared) {
            lenders.addAll(jdbc.queryForList(LENDERS.get("all"), String.class));
        }
        for (String lender : lenders) {
            jdbc.queryForList(LENDERS.get("lock"), String.class, lender);
            jdbc.update(SQL.get("add-import-lender"), id, lender, knownFrom(lender, now));
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

    /**
     * Just after the latest cutoff of the lender's runs, whose row must be locked.
     *
     * @throws Refused when that lies after now, where no night would see what is known from then (2)
     */
    LocalDateTime knownFrom(String lender, Instant now) {
        Instant last = cutoffs.of(lender, now);
        if (last == null) {
            return KnownFrom.ALWAYS;
        }
        if (last.isAfter(now)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the last run of " + lender + " has the cutoff " + last + ", and this host's clock says " + now
                            + ". Set the wrong clock right; if it was that run's, withdraw or abandon the run; then try"
                            + " again");
        }
        return LocalDateTime.ofInstant(last, ZoneOffset.UTC).plusNanos(1000);
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
