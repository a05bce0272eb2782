package io.arrears.store;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Furnishing;
import io.arrears.furnish.Submission;
import io.arrears.furnish.Told;
import io.arrears.report.Night;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that runs made for bureaus: their names, and how far each got. */
public final class SubmissionStore {

    private static final Sql SQL = Sql.of("submissions");

    /** After every move of a file. */
    private static final Instant WHENEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final int TRIES = 20;

    private final DataSource pool;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public SubmissionStore(DataSource pool, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How far every submission had got when a run was generated. */
    public SubmissionStates states(Run run, Furnishing furnishing) {
        return SubmissionStates.of(jdbc, run, furnishing);
    }

    /**
     * The first serial of a run's files of one kind: what was allocated stays; no serial is given twice, unless its file was kept back or its run is not published.
     *
     * @param counts the records of each part
     */
    public int allocate(Bureau bureau, Run run, String kind, List<Long> counts) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> {
                    Integer already = allocated(bureau.furnishing(), run, kind);
                    return already != null ? already : insert(bureau, run, kind, counts);
                }));
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                // another lender of the same provider took the serial at the same time, or each waited for the other:
                // take the next
            }
        }
    }

    /** The first serial that a run's files of one kind have; none if it made none. */
    public @Nullable Integer allocated(Furnishing furnishing, Run run, String kind) {
        return jdbc.queryForObject(
                SQL.get("first_serial"),
                Integer.class,
                run.lender().name(),
                furnishing.bureau(),
                furnishing.environment().name(),
                run.id(),
                kind);
    }

    private int insert(Bureau bureau, Run run, String kind, List<Long> counts) {
        Furnishing furnishing = bureau.furnishing();
        Integer last = jdbc.queryForObject(
                SQL.get("last_serial"),
                Integer.class,
                furnishing.bureau(),
                furnishing.environment().name(),
                bureau.names(kind, run.generatedAt()) + "%");
        int first = last == null ? 1 : last + 1;
        for (Submission submission : bureau.submissions(kind, run.generatedAt(), first, counts)) {
            jdbc.update(
                    SQL.get("insert"),
                    furnishing.bureau(),
                    furnishing.environment().name(),
                    submission.name(),
                    run.lender().name(),
                    run.id(),
                    kind,
                    submission.serial(),
                    submission.from().part(),
                    submission.from().ordinal(),
                    submission.to().part(),
                    submission.to().ordinal(),
                    submission.records());
        }
        return first;
    }

    /** A file of a published run, and how far it got. */
    public record Filed(
            Submission submission,
            String bureau,
            String environment,
            String lender,
            long run,
            Told.State state,
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
    List<Filed> ofRun(Run run) {
        return jdbc.query(
                SQL.get("of_run"),
                (row, i) -> filed(row.getString(16), row),
                run.lender().name(),
                run.id());
    }

    /**
     * A record that the bureau has not loaded.
     *
     * @param code what the bureau found wrong with it; empty if it has said nothing of it
     * @param word what people said of it since; null without any
     */
    public record Waiting(
            String account,
            String kind,
            LocalDate reportedOn,
            String code,
            String tag,
            Submission.Place place,
            Told.@Nullable Word word) {}

    /** Hands over the records of a file that the bureau has not loaded and that were not told anew since, one by one. */
    public void waiting(Filed filed, Consumer<Waiting> taker) {
        if (filed.state() == Told.State.VOID) {
            return;
        }
        boolean isAnswered = filed.state() == Told.State.ACCEPTED;
        try (Cursor<Waiting> records = new Cursor<>(
                pool,
                SQL.get(isAnswered ? "refused_records" : "unanswered_records"),
                row -> new Waiting(
                        row.id(1),
                        row.word(2),
                        row.date(3),
                        row.word(4),
                        row.word(5),
                        new Submission.Place(row.integer(6), row.number(7)),
                        word(row.word(8))),
                ofAnswer(filed))) {
            for (String account = records.key(); account != null; account = records.key()) {
                records.take(account).forEach(taker);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "the records of " + filed.submission().name() + " cannot be read", e);
        }
    }

    private static Told.@Nullable Word word(String word) {
        return word.isEmpty() ? null : Told.Word.valueOf(word);
    }

    /** The lender, bureau, environment, run and kind of a file's records, and their first and last place, as queries ask for them. */
    static Object[] ofFile(Filed filed) {
        Submission file = filed.submission();
        return new Object[] {
            filed.lender(),
            filed.bureau(),
            filed.environment(),
            filed.run(),
            file.kind(),
            file.from().part(),
            file.from().part(),
            file.from().ordinal(),
            file.to().part(),
            file.to().part(),
            file.to().ordinal()
        };
    }

    /** The records of a void file of a withdrawn night are among those told again; of any other file nothing changes. */
    public void bringBack(Filed filed) {
        jdbc.update(SQL.get("bring_back"), ofFile(filed));
    }

    private static Object[] ofAnswer(Filed filed) {
        return Stream.concat(Stream.of(Rows.utc(filed.since())), Stream.of(ofFile(filed)))
                .toArray();
    }

    /** A reason for which a record was refused. */
    public record Reason(Submission.Place place, String code) {}

    /** Every reason that a file's newest answer gave. */
    public Set<Reason> reasons(Filed filed) {
        return new HashSet<>(jdbc.query(
                SQL.get("reasons"),
                (row, i) -> new Reason(new Submission.Place(row.getInt(1), row.getLong(2)), row.getString(3)),
                ofAnswer(filed)));
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
                Told.State.valueOf(row.getString(12)),
                row.getInt(13),
                Rows.instant(row, 14),
                row.getLong(15));
    }

    /** The files of earlier runs that waited for somebody when a run was generated, by bureau and state. */
    public List<Night.Waiting> waiting(Run run) {
        return waiting(run.lender().name(), SubmissionStates.lastRun(jdbc, run), run.generatedAt());
    }

    /** A lender's files that wait today. */
    public List<Night.Waiting> waiting(String lender) {
        return waiting(lender, Long.MAX_VALUE, WHENEVER);
    }

    private List<Night.Waiting> waiting(String lender, long lastRun, Instant at) {
        return jdbc.query(
                SQL.get("waiting"),
                (row, i) -> new Night.Waiting(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        LocalDate.ofInstant(Rows.instant(row, 5), ZoneOffset.UTC)),
                lender,
                lastRun,
                Rows.utc(at),
                Rows.utc(at));
    }

    /** Who moves a file, and why. */
    public record Move(
            Told.State to,
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

    /** The records of each part of a run and kind. */
    public List<Long> partSizes(Filed filed) {
        List<Long> sizes = new ArrayList<>();
        List<Object> where = List.of(
                filed.lender(), filed.run(), filed.bureau(), filed.submission().kind());
        jdbc.query(
                SQL.get("part_sizes"),
                row -> {
                    while (sizes.size() < row.getInt(1)) {
                        sizes.add(0L);
                    }
                    sizes.add(row.getLong(2));
                },
                Stream.of(where, where).flatMap(List::stream).toArray());
        return sizes;
    }

    /** Keeps one reason, counted from 1, for which an answer refuses one record of a file. */
    public void refused(Filed filed, Submission.Place place, int reason, String code, String tag, Instant at) {
        jdbc.update(
                SQL.get("insert_refusal"),
                filed.lender(),
                account(filed, place),
                filed.bureau(),
                filed.environment(),
                filed.run(),
                filed.submission().kind(),
                place.part(),
                place.ordinal(),
                Rows.utc(at),
                reason,
                code,
                tag);
    }

    private @Nullable String account(Filed filed, Submission.Place place) {
        return jdbc.queryForObject(
                SQL.get("account_at"),
                String.class,
                filed.lender(),
                filed.run(),
                filed.bureau(),
                filed.submission().kind(),
                place.part(),
                place.ordinal());
    }

    /**
     * A record of a file that the bureau has loaded since, out of another.
     *
     * @param loadedIn the name of that file
     */
    public record Repeated(Submission.Place place, String loadedIn) {}

    /** The first record of a file that says what the bureau has loaded since the file was made (S3). */
    public Optional<Repeated> repeated(Filed filed) {
        return jdbc
                .query(
                        SQL.get("repeated"),
                        (row, i) -> new Repeated(new Submission.Place(row.getInt(1), row.getLong(2)), row.getString(3)),
                        ofFile(filed))
                .stream()
                .findFirst();
    }

    /** The first record of a file whose account must not be told any more, but for one that takes it back (S18). */
    public Optional<Submission.Place> blocked(Filed filed, LocalDate today) {
        Object[] parameters =
                Stream.concat(Stream.of(ofFile(filed)), Stream.of(today, today)).toArray();
        return jdbc
                .query(SQL.get("blocked"), (row, i) -> new Submission.Place(row.getInt(1), row.getLong(2)), parameters)
                .stream()
                .findFirst();
    }

    /** When a lender's newest run was generated; none before the first. */
    public @Nullable Instant lastGeneration(String lender) {
        return instant("last_generation", lender);
    }

    /** When one of a lender's files moved, or a baseline was loaded, last; none before the first. */
    public @Nullable Instant lastMove(String lender) {
        return instant("last_move", lender, lender);
    }

    private @Nullable Instant instant(String query, Object... lender) {
        LocalDateTime at = jdbc.queryForObject(SQL.get(query), LocalDateTime.class, lender);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** Whether anything is known of what a bureau holds of a lender's book. */
    public boolean isAnythingTold(String lender, Furnishing furnishing) {
        Long told = jdbc.queryForObject(
                SQL.get("told"),
                Long.class,
                lender,
                furnishing.bureau(),
                furnishing.environment().name());
        return told != null && told > 0;
    }

    /** From the moment its run is published, a file is prepared. */
    void prepared(Run run, Instant at) {
        jdbc.update(
                SQL.get("prepared"),
                Rows.utc(at),
                "run " + run.id(),
                run.lender().name(),
                run.id());
    }

    /** Removes what a run that is not published, or only told again, has left. */
    void drop(Run run) {
        dropAll("drop_furnished", run);
        dropAll("drop_pending", run);
        jdbc.update(SQL.get("drop_submissions"), run.lender().name(), run.id());
    }

    /** Removes what a run would have told one bureau; its serials are free again. */
    public void drop(Run run, String bureau) {
        int dropped;
        do {
            dropped = jdbc.update(
                    SQL.get("drop_furnished_of_bureau"), run.lender().name(), run.id(), bureau);
        } while (dropped > 0);
        jdbc.update(SQL.get("drop_submissions_of_bureau"), run.lender().name(), run.id(), bureau);
    }

    void dropPending(Run run) {
        dropAll("drop_pending", run);
    }

    void dropEarlierPending(Run run) {
        dropAll("drop_earlier_pending", run);
    }

    private void dropAll(String statement, Run run) {
        int dropped;
        do {
            dropped = jdbc.update(SQL.get(statement), run.lender().name(), run.id());
        } while (dropped > 0);
    }
}
