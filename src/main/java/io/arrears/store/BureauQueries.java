package io.arrears.store;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.reconcile.FilesCheck;
import io.arrears.reconcile.Owing;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the identities of bureaus ask of the database. */
public final class BureauQueries {

    private static final Sql SQL = Sql.of("reconcile-bureaus");

    private final DataSource pool;

    public BureauQueries(DataSource pool) {
        this.pool = pool;
    }

    /** What a run kept of its records of one kind, in the order in which they stand in the files. */
    public RowCursor<FilesCheck.Kept> kept(Run run, Bureau bureau, String kind) throws SQLException {
        return new RowCursor<>(new Cursor<>(
                pool,
                SQL.get("kept"),
                row -> new FilesCheck.Kept(row.id(1), row.id(2), bureau.overdue(FurnishedFacts.read(row.word(3)))),
                run.lender().name(),
                run.id(),
                bureau.terms().bureau(),
                kind));
    }

    /** Each account that by the ledger owes a bureau a record tonight; the others have no value or no row. */
    public AccountCursor<Boolean> owing(Run run, Bureau bureau, boolean listsExcluded) throws SQLException {
        return new AccountCursor<>(new Cursor<>(
                pool,
                SQL.get("owing"),
                row -> owing(row, bureau).mustBeTold(bureau.terms(), listsExcluded),
                parameters(run, SubmissionStates.lastRun(new JdbcTemplate(pool), run), bureau)));
    }

    private static Owing owing(Columns row, Bureau bureau) throws SQLException {
        LocalDate expected = row.date(2);
        boolean isEnd = row.integer(3) == 1;
        String product = row.word(4);
        LocalDate openedOn = row.date(5);
        LocalDate knownOn = LocalDate.ofInstant(row.instant(6), bureau.terms().zone());
        String block = row.wordOrNull(7);
        boolean isTakenBack = row.integer(8) == 1;
        String baseline = row.wordOrNull(9);
        return new Owing(
                expected,
                isEnd,
                product,
                openedOn,
                knownOn,
                block == null ? null : block.substring(0, block.indexOf(' ')),
                block == null ? null : LocalDate.parse(block.substring(block.indexOf(' ') + 1)),
                isTakenBack,
                baseline != null && bureau.isEnd(FurnishedFacts.read(baseline)));
    }

    /** @param told the last run of which the bureau can have been told anything */
    private static Object[] parameters(Run run, long told, Bureau bureau) {
        ReportingTerms furnishing = bureau.terms();
        ReportingCalendar.Due due = furnishing.calendar().on(run.asOf());
        LocalDate untoldMonthEnd = due.untoldMonthEnd();
        String name = furnishing.bureau();
        String environment = furnishing.environment().name();
        String lender = run.lender().name();
        long published = run.previousRunOrZero();
        Object cutoff = Rows.utc(run.cutoff());
        Object generated = Rows.utc(run.generatedAt());
        LocalDate day = LocalDate.ofInstant(run.generatedAt(), furnishing.zone());
        List<Object> all = new ArrayList<>(List.of(name, cutoff, day, cutoff));
        all.addAll(List.of(name, environment, bureau.accountKind(), generated));
        all.add(furnishing.from());
        all.addAll(List.of(due.eventsUntil(), untoldMonthEnd, due.monthsUntil(), due.monthsUntil()));
        all.addAll(List.of(due.eventsUntil(), untoldMonthEnd));
        all.add(bureau.closesOnceRepaid() ? 1 : 0);
        all.addAll(List.of(lender, cutoff, due.eventsUntil(), cutoff));
        all.addAll(List.of(lender, run.id(), run.isReplay() ? 0L : published, run.id()));
        all.addAll(List.of(lender, name, environment, bureau.deletionKind(), told, generated, generated));
        all.addAll(List.of(due.eventsUntil(), furnishing.from()));
        List<Object> records = List.of(name, environment, bureau.accountKind(), told, run.id());
        all.addAll(records);
        all.addAll(records);
        return all.toArray();
    }

    /** The accounts of a run's records of one kind. */
    public AccountCursor<Boolean> told(Run run, Bureau bureau, String kind) throws SQLException {
        return new AccountCursor<>(new Cursor<>(
                pool,
                SQL.get("told"),
                row -> true,
                run.lender().name(),
                run.id(),
                bureau.terms().bureau(),
                kind));
    }

    /**
     * What a bureau holds, account by account, beside the standings as a run has them.
     *
     * @param original the run itself, or the one that it tells again
     * @param movedSince the run before, where only what has moved since is looked at; none for every account
     */
    public OnFileScan holdings(Run run, Run original, @Nullable Run movedSince, Bureau bureau) throws SQLException {
        return new OnFileScan(pool, run, original, movedSince, bureau);
    }
}
