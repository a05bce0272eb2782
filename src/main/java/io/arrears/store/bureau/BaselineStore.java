package io.arrears.store.bureau;

import io.arrears.TwoPeople;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a bureau held before we told it anything: furnished rows of run 0, a part a load, in the caller's transaction. Of an account
 * the newest part holds, from the instant of its load on.
 */
public final class BaselineStore {

    private static final Sql SQL = Sql.of("baselines");
    private static final int BATCH = 1_000;

    private final DataSource pool;
    private final JdbcTemplate jdbc;
    private final List<Object[]> batch = new ArrayList<>(BATCH);
    private long ordinal;

    public BaselineStore(DataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
    }

    /** Whose baseline is loaded, and which part it becomes. */
    public record Part(String lender, ReportingTerms terms, int number) {

        Object[] parameters(Object... behind) {
            List<Object> all = new ArrayList<>(
                    List.of(lender, terms.bureau(), terms.environment().name()));
            all.addAll(List.of(behind));
            return all.toArray();
        }
    }

    /** The parts that were not loaded yet when a run was generated. */
    static Set<Integer> later(JdbcTemplate jdbc, Run run, ReportingTerms furnishing) {
        return Set.copyOf(jdbc.queryForList(
                SQL.get("later_parts"),
                Integer.class,
                run.lender().name(),
                furnishing.bureau(),
                furnishing.environment().name(),
                Rows.utc(run.generatedAt())));
    }

    public Part next(String lender, ReportingTerms furnishing) {
        Part none = new Part(lender, furnishing, 0);
        Integer next = jdbc.queryForObject(SQL.get("next_part"), Integer.class, none.parameters());
        return new Part(lender, furnishing, next == null ? 0 : next);
    }

    /** Nights of before do not know of a part that is loaded after one was generated. */
    public void loadedAt(Part part, Instant at, @Nullable TwoPeople people, @Nullable String reason) {
        ReportingTerms furnishing = part.terms();
        jdbc.update(
                SQL.get("insert_load"),
                part.lender(),
                furnishing.bureau(),
                furnishing.environment().name(),
                part.number(),
                Rows.utc(at),
                people == null ? null : people.one().name(),
                people == null ? null : people.other().name(),
                reason);
    }

    public void add(Part part, String account, Reported reported) {
        batch.add(FurnishedWriter.row(part.lender(), account, part.terms(), 0, part.number(), ordinal++, reported));
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

    /** Some accounts that a part names more than once. */
    public List<String> repeatedAccounts(Part part) {
        return accounts("repeated_accounts", part, part.number());
    }

    /** Some accounts of a part that the ledger does not know. */
    public List<String> unknownAccounts(Part part) {
        return accounts("unknown_accounts", part, part.number());
    }

    /** Some accounts of a part that an earlier one had. */
    public List<String> knownAccounts(Part part) {
        return accounts("known_accounts", part, part.number(), part.number());
    }

    private List<String> accounts(String query, Part part, Object... behind) {
        return jdbc.queryForList(SQL.get(query), String.class, part.parameters(behind));
    }

    /** Every account of which something counts as told by now. */
    public Set<String> toldAccounts(Run now, Bureau bureau, SubmissionStates states) {
        Set<String> reported = new TreeSet<>();
        Scope all = Scope.all(now.lender().name(), KeyRange.ALL);
        try (ReportedScan scan = ReportedScan.before(pool, all, now, bureau, states)) {
            for (String account = scan.key(); account != null; account = scan.key()) {
                if (scan.take(account).stream().anyMatch(kept -> kept.reported().counts())) {
                    reported.add(account);
                }
            }
            return reported;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("what was told cannot be read", e);
        }
    }
}
