package io.arrears.night;

import io.arrears.publish.Home;
import io.arrears.publish.SinceCsv;
import io.arrears.run.Run;
import io.arrears.store.LenderStore;
import io.arrears.store.contact.SinceScan;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes since.csv of lenders that have a ladder: what the ledger learnt after the cutoff of the newest published night (L2). It is read
 * from the ledger each time, so whatever was cut off before, the next one that writes it writes it whole.
 *
 * <p>An import and a night may both be about to: whoever reads holds the lender's row until the file is in place, so that what was read
 * first never replaces what was read later.
 */
public final class AfterNight {

    private final LenderStore lenders;
    private final TransactionTemplate locked;
    private final SinceScan scan;
    private final RunStore runs;
    private final Home home;

    public AfterNight(DataSource pool, PlatformTransactionManager transactions, Home home) {
        this.lenders = new LenderStore(pool, transactions);
        this.locked = new TransactionTemplate(transactions);
        locked.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.scan = new SinceScan(pool, home);
        this.runs = new RunStore(pool);
        this.home = home;
    }

    /** What came after each lender's newest published night. */
    public void writeAll() {
        lenders.all().forEach(this::write);
    }

    /** What came after a lender's newest published night; nothing where it has none. */
    public void write(String lender) {
        write(lender, () -> runs.lastPublished(lender).orElse(null));
    }

    /** What came after a night that is being published. */
    void write(Run night) {
        write(night.lender().name(), () -> night);
    }

    private void write(String lender, Supplier<@Nullable Run> of) {
        locked.executeWithoutResult(status -> {
            lenders.lock(lender);
            @Nullable Run night = of.get();
            if (night != null && LadderNights.policy(night).isPresent()) {
                replace(night);
            }
        });
    }

    private void replace(Run night) {
        String lender = night.lender().name();
        try (SinceCsv since = new SinceCsv(home.root().resolve("since").resolve(lender), night.cutoff())) {
            scan.each(lender, night.cutoff(), since::add);
            since.replace(home.out(lender).resolve(SinceCsv.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + SinceCsv.FILE + " of " + lender, e);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("what came after " + night + " cannot be read", e);
        }
    }
}
