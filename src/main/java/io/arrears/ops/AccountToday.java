package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.bureau.DossierScan;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** What would be told of one account now, by the lender's last published night and what was said since. */
public final class AccountToday {

    private final SubmissionLog log;
    private final DataSource pool;

    public AccountToday(SubmissionLog log, DataSource pool) {
        this.log = log;
        this.pool = pool;
    }

    /** The last published night, as if it were generated now. */
    Run run(String lender, Instant now) {
        return log.runs().lastPublished(lender).orElseThrow().once(now);
    }

    Dossier dossier(Run now, Bureau bureau, String account) {
        Scope scope = Scope.all(now.lender().name(), KeyRange.only(account));
        try (DossierScan scan =
                new DossierScan(pool, scope, now, bureau, log.store().states(now, bureau.terms()), true)) {
            return Objects.requireNonNull(scan.next(), "an account that was told is in the ledger");
        } catch (SQLException e) {
            throw new Refused(ExitCode.FAILED, "the ledger cannot be read: " + e.getMessage());
        }
    }

    List<Decision> decide(Run now, Bureau bureau, String account) {
        return bureau.decide(
                dossier(now, bureau, account),
                now.lender().policy(),
                bureau.terms().calendar().on(now.asOf()),
                now.generatedAt());
    }
}
