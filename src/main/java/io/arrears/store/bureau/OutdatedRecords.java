package io.arrears.store.bureau;

import io.arrears.furnish.FurnishBlock;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Submission;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The records of a bureau's file beside what became known since it was made, for which the file goes out no more. */
public final class OutdatedRecords {

    private static final Sql SQL = Sql.of("outdated-records");

    private final DataSource pool;
    private final JdbcTemplate jdbc;

    OutdatedRecords(DataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
    }

    /**
     * A record of a file that the bureau has loaded since, out of another.
     *
     * @param loadedIn the name of that file
     */
    public record Repeated(Submission.Place place, String loadedIn) {}

    /**
     * The first record of a file that repeats what the bureau has loaded since the file was made (S3).
     *
     * @param madeAt when that was
     */
    public Optional<Repeated> repeated(Filed filed, Instant madeAt) {
        return runsMovedSince(filed, madeAt).flatMap(runs -> repeated(filed, runs, madeAt));
    }

    private Optional<Repeated> repeated(Filed filed, RunSpan runs, Instant madeAt) {
        return first(
                filed,
                "beside_moved",
                row -> new Beside(place(row), record(row, 5), asFarAsItGot(row, record(row, 16)), row.word(27)),
                rows -> rows.stream()
                        .filter(beside -> beside.own().repeats(beside.other()))
                        .map(beside -> new Repeated(beside.place(), beside.otherFile()))
                        .findFirst(),
                runs.first(),
                runs.last(),
                Rows.utc(madeAt));
    }

    /** The first and the last run of some. */
    private record RunSpan(long first, long last) {}

    /** Of all files there may be thousands, of which few have moved since. */
    private Optional<RunSpan> runsMovedSince(Filed filed, Instant at) {
        return jdbc
                .query(
                        SQL.get("runs_moved_since"),
                        (row, i) -> {
                            long first = row.getLong(1);
                            return row.wasNull()
                                    ? Optional.<RunSpan>empty()
                                    : Optional.of(new RunSpan(first, row.getLong(2)));
                        },
                        filed.lender(),
                        filed.bureau(),
                        filed.environment(),
                        filed.submission().kind(),
                        filed.run() - 1,
                        Rows.utc(at))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A record of the file, and one of the same account and kind in another. */
    private record Beside(Submission.Place place, Reported own, Reported other, String otherFile) {}

    private static Reported record(Columns row, int at) throws SQLException {
        return new Reported(
                row.word(4),
                row.wordOrNull(at),
                row.date(at + 1),
                row.word(at + 2),
                FurnishedFacts.read(row.word(at + 3)),
                MeaningColumns.read(row, at + 4),
                Reported.State.PREPARED,
                null,
                Reported.Course.UNKNOWN);
    }

    private static Reported asFarAsItGot(Columns row, Reported record) throws SQLException {
        String refused = row.wordOrNull(29);
        return refused == null ? record.as(Reported.State.valueOf(row.word(28))) : record.refused(refused);
    }

    /** The first record of a file that a {@code furnish_block} stops on a day, as it is known now (S18). */
    public Optional<Submission.Place> blocked(Filed filed, LocalDate today) {
        return first(
                filed,
                "beside_facts",
                row -> new Blockable(place(row), Meaning.Act.valueOf(row.word(4)), BureauFacts.read(row, 5)),
                rows -> {
                    List<Form<BureauFacts.Fact>> facts =
                            rows.stream().map(Blockable::fact).toList();
                    return FurnishBlock.inForce(BureauFacts.of(filed.bureau(), facts), today)
                                    .isPresent()
                            ? rows.stream()
                                    .filter(row -> FurnishBlock.stops(row.act()))
                                    .map(Blockable::place)
                                    .findFirst()
                            : Optional.empty();
                },
                FurnishBlock.KEY);
    }

    /** A record, and a fact of its account. */
    private record Blockable(Submission.Place place, Meaning.Act act, Form<BureauFacts.Fact> fact) {}

    /** What is found first, account by account; in a file accounts stand in key order. */
    private <T, R> Optional<R> first(
            Filed filed,
            String statement,
            Cursor.RowReader<T> reader,
            Function<List<T>, Optional<R>> finder,
            Object... rest) {
        Object[] parameters = Stream.of(SubmissionRecords.ofFile(filed), rest)
                .flatMap(Stream::of)
                .toArray();
        try (Cursor<T> rows = new Cursor<>(pool, SQL.get(statement), reader, parameters)) {
            for (String account = rows.key(); account != null; account = rows.key()) {
                Optional<R> found = finder.apply(rows.take(account));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw SubmissionRecords.unreadable(filed, e);
        }
    }

    private static Submission.Place place(Columns row) throws SQLException {
        return new Submission.Place(row.integer(2), row.number(3));
    }
}
