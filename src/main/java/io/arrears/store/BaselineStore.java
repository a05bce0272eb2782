package io.arrears.store;

import io.arrears.furnish.Furnishing;
import io.arrears.furnish.Told;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a bureau held before we told it anything: furnished rows of run 0, in the caller's transaction. */
public final class BaselineStore {

    private static final Sql SQL = Sql.of("submissions");
    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final List<Object[]> batch = new ArrayList<>(BATCH);
    private long ordinal;

    public BaselineStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    public void add(String lender, Furnishing furnishing, String account, Told told) {
        batch.add(new Object[] {
            lender,
            account,
            furnishing.bureau(),
            furnishing.environment().name(),
            0L,
            told.kind(),
            0,
            ordinal++,
            told.code(),
            told.reportedOn(),
            told.digest(),
            FurnishedFacts.write(told.facts())
        });
        if (batch.size() == BATCH) {
            flush();
        }
    }

    public void flush() {
        if (!batch.isEmpty()) {
            jdbc.batchUpdate(Sql.of("dossier").get("insert_furnished"), batch);
            batch.clear();
        }
    }

    /** Some accounts that the baseline names more than once. */
    public List<String> repeatedAccounts(String lender, Furnishing furnishing) {
        return jdbc.queryForList(
                SQL.get("repeated_accounts"),
                String.class,
                lender,
                furnishing.bureau(),
                furnishing.environment().name());
    }

    /** Some accounts of the baseline that the ledger does not know. */
    public List<String> unknownAccounts(String lender, Furnishing furnishing) {
        return jdbc.queryForList(
                SQL.get("unknown_accounts"),
                String.class,
                lender,
                furnishing.bureau(),
                furnishing.environment().name());
    }
}
