package io.arrears.store.account;

import io.arrears.delinquency.Arrear;
import io.arrears.delinquency.EntryTally;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.Standing;
import io.arrears.store.jdbc.Sql;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the standings that one run found changed; they carry the run, and count once it is published. */
public final class StandingWriter {

    private static final Sql SQL = Sql.of("standing");

    private final JdbcTemplate jdbc;
    private final String lender;
    private final long run;

    public StandingWriter(DataSource pool, String lender, long run) {
        this.jdbc = new JdbcTemplate(pool);
        this.lender = lender;
        this.run = run;
    }

    public void write(List<? extends Standing> changed) {
        List<Object[]> standings = new ArrayList<>(changed.size());
        List<Object[]> arrears = new ArrayList<>();
        List<Object[]> reviews = new ArrayList<>();
        for (Standing standing : changed) {
            standings.add(row(standing));
            String account = standing.account().value();
            int position = 0;
            for (Arrear arrear : standing.arrears()) {
                arrears.add(row(account, position++, arrear));
            }
            position = 0;
            for (Review review : standing.reviews()) {
                reviews.add(new Object[] {
                    lender, account, run, position++, review.code().name(), review.subject(), review.evidence()
                });
            }
        }
        insert("insert_standing", standings);
        insert("insert_arrear", arrears);
        insert("insert_review", reviews);
    }

    private void insert(String statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(SQL.get(statement), rows);
        }
    }

    private Object[] row(Standing standing) {
        Standing.LastPayment paid = standing.lastPayment();
        EntryTally entries = standing.entries();
        return new Object[] {
            lender,
            standing.account().value(),
            run,
            standing.product(),
            standing.currency().getCurrencyCode(),
            standing.openedOn(),
            standing.scheduleVersion(),
            standing.balance(),
            standing.unallocated(),
            standing.oldestDueOn(),
            standing.episodeStartedOn(),
            standing.chargedOffOn(),
            standing.closedOn(),
            paid == null ? null : paid.valueOn(),
            paid == null ? null : paid.amount(),
            standing.fiveClass(),
            standing.restructured(),
            standing.wakesOn(),
            entries.count(),
            entries.allocated(),
            entries.unallocated(),
            entries.refunded(),
            entries.charged(),
            entries.reversed(),
            entries.setAside(),
            entries.information(),
            standing.repaidOn()
        };
    }

    private Object[] row(String account, int position, Arrear arrear) {
        return new Object[] {
            lender,
            account,
            run,
            position,
            arrear.kind().name(),
            arrear.reference(),
            arrear.dueOn(),
            arrear.rest().principal(),
            arrear.rest().interest(),
            arrear.rest().fee(),
            arrear.rest().penalty(),
            arrear.rest().damages(),
            arrear.ages()
        };
    }
}
