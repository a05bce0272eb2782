package io.arrears.store.bureau;

import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Submission;
import io.arrears.furnish.WaitingFiles;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files that runs made for bureaus, and how far each got. */
public final class SubmissionStore {

    private static final Sql SQL = Sql.of("submissions");

    /** After every move of a file. */
    private static final Instant WHENEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcTemplate jdbc;

    public SubmissionStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** How far every submission had got when a run was generated. */
    public SubmissionStates states(Run run, ReportingTerms furnishing) {
        return SubmissionStates.of(jdbc, run, furnishing);
    }

    /** A file of a published run, and how far it got. */
    public record Filed(
            Submission submission,
            String bureau,
            String environment,
            String lender,
            long run,
            Reported.State state,
            int number,
            Instant since,
            long refused) {}

    /** The files of this name, one an environment; none if no published run made one. */
    public List<Filed> named(String bureau, String name) {
        return jdbc.query(SQL.get("find"), (row, i) -> filed(bureau, row), bureau, name);
    }

    /** The file of this name; none if no published run made it. */
    public Optional<Filed> find(String bureau, String name) {
        return named(bureau, name).stream().findFirst();
    }

    /** The file of this name, whichever bureau it is for; none if no published run made it. */
    public Optional<Filed> find(String name) {
        return jdbc.queryForList(SQL.get("bureau_of"), String.class, name).stream()
                .findFirst()
                .flatMap(bureau -> find(bureau, name));
    }

    /** Every file made for a bureau, by lender and run. */
    public List<Filed> all(String bureau) {
        return jdbc.query(SQL.get("all"), (row, i) -> filed(bureau, row), bureau);
    }

    /** The files of a published run, by bureau, with no count of what was refused. */
    public List<Filed> ofRun(Run run) {
        return jdbc.query(
                SQL.get("of_run"),
                (row, i) -> filed(row.getString(16), row),
                run.lender().name(),
                run.id());
    }

    private static Filed filed(String bureau, ResultSet row) throws SQLException {
        Submission submission = new Submission(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                new Submission.Place(row.getInt(4), row.getLong(5)),
                new Submission.Place(row.getInt(6), row.getLong(7)),
                row.getLong(8));
        return new Filed(
                submission,
                bureau,
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                Reported.State.valueOf(row.getString(12)),
                row.getInt(13),
                Rows.instant(row, 14),
                row.getLong(15));
    }

    /** The files of earlier runs that waited for somebody when a run was generated, by bureau and state. */
    public List<WaitingFiles> waiting(Run run) {
        return waiting(run.lender().name(), SubmissionStates.lastRun(jdbc, run), run.generatedAt());
    }

    /** A lender's files that wait today. */
    public List<WaitingFiles> waiting(String lender) {
        return waiting(lender, Long.MAX_VALUE, WHENEVER);
    }

    private List<WaitingFiles> waiting(String lender, long lastRun, Instant at) {
        return jdbc.query(
                SQL.get("waiting"),
                (row, i) -> new WaitingFiles(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        LocalDate.ofInstant(Rows.instant(row, 5), ZoneOffset.UTC)),
                lender,
                lastRun,
                Rows.words(Reported.State.class, Reported.State::isWaiting),
                Rows.utc(at),
                Rows.utc(at));
    }

    /** Who moves a file, and why. */
    public record Move(
            Reported.State to,
            String by,
            @Nullable String second,
            @Nullable String reason,
            Instant at) {}

    /** Moves a file to its next state; whether it may go there its command knows, which holds the lender's row. */
    public void move(Filed filed, Move move) {
        jdbc.update(
                SQL.get("add_state"),
                filed.bureau(),
                filed.environment(),
                filed.submission().name(),
                filed.number() + 1,
                move.to().name(),
                Rows.utc(move.at()),
                move.by(),
                move.second(),
                move.reason());
    }

    /** When a lender's newest run was generated; none before the first. */
    public @Nullable Instant lastGeneration(String lender) {
        return instant("last_generation", lender, Rows.words(Run.State.class, Run.State::isTakenBack));
    }

    /** When one of a lender's files moved, or a baseline was loaded, last; none before the first. */
    public @Nullable Instant lastMove(String lender) {
        return instant("last_move", lender, lender);
    }

    private @Nullable Instant instant(String query, Object... parameters) {
        LocalDateTime at = jdbc.queryForObject(SQL.get(query), LocalDateTime.class, parameters);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** Whether anything is known of what a bureau holds of a lender's book. */
    public boolean isAnythingTold(String lender, ReportingTerms furnishing) {
        Long reported = jdbc.queryForObject(
                SQL.get("told"),
                Long.class,
                lender,
                furnishing.bureau(),
                furnishing.environment().name());
        return reported != null && reported > 0;
    }

    /** From the moment its run is published, a file is prepared. */
    public void prepared(Run run, Instant at) {
        jdbc.update(
                SQL.get("prepared"),
                Rows.utc(at),
                "run " + run.id(),
                run.lender().name(),
                run.id());
    }
}
