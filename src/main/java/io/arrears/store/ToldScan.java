package io.arrears.store;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Furnishing;
import io.arrears.furnish.Told;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Streams what one bureau was told, account by account: each record as far as it got when a run was generated, in the order in
 * which the bureau takes them.
 */
final class ToldScan implements AutoCloseable {

    private static final Sql SQL = Sql.of("dossier");
    private static final long NONE = Long.MIN_VALUE;

    /** Where a record stands among those of its run. */
    record Place(long run, String kind, int part, long ordinal) {}

    /**
     * A record, and where it stands.
     *
     * @param answeredAt when the bureau refused it; none if it did not
     */
    record Kept(Place place, Told told, @Nullable Instant answeredAt) {}

    private record Answered(Place place, String fault, Instant at) {}

    private final long ownRun;
    private final SubmissionStates states;
    private final Comparator<Kept> order;
    private final Cursor<Kept> furnished;
    private final Cursor<Answered> answers;

    /**
     * What counts before a run begins to tell.
     *
     * @param bureau whose kinds of record stand in the order in which it gets them
     * @param states of every submission of this lender to this bureau, as of the run's start
     */
    static ToldScan before(DataSource pool, Scope scope, Run run, Bureau bureau, SubmissionStates states)
            throws SQLException {
        return new ToldScan(pool, scope, run, NONE, bureau, states);
    }

    /** The same with what the run itself tells, which is prepared. */
    static ToldScan with(DataSource pool, Scope scope, Run run, Bureau bureau, SubmissionStates states)
            throws SQLException {
        return new ToldScan(pool, scope, run, run.id(), bureau, states);
    }

    private ToldScan(DataSource pool, Scope scope, Run run, long ownRun, Bureau bureau, SubmissionStates states)
            throws SQLException {
        this.ownRun = ownRun;
        this.states = states;
        List<String> kinds = bureau.kinds();
        this.order = Comparator.comparing((Kept record) -> record.place().run() == run.id())
                .thenComparing(record -> record.place().run())
                .thenComparing(record -> kinds.indexOf(record.place().kind()))
                .thenComparing(record -> record.place().part())
                .thenComparing(record -> record.place().ordinal());
        Furnishing furnishing = bureau.furnishing();
        String name = furnishing.bureau();
        String environment = furnishing.environment().name();
        this.furnished = new Cursor<>(
                pool,
                scope.sql(SQL, "furnished"),
                ToldScan::furnished,
                scope.parameters(name, environment, run.previousRunOrZero(), ownRun));
        try {
            this.answers = new Cursor<>(
                    pool,
                    scope.sql(SQL, "answers"),
                    ToldScan::answer,
                    scope.parameters(name, environment, Rows.utc(run.generatedAt())));
        } catch (SQLException | RuntimeException e) {
            furnished.close();
            throw e;
        }
    }

    /** The next account that anything was told of; none at the end. */
    @Nullable
    String key() {
        return furnished.key();
    }

    /** By run, inside it by kind as their files are sent, inside that as written. */
    List<Kept> take(String account) throws SQLException {
        Map<Place, Answered> faults = new HashMap<>();
        answers.take(account).forEach(answer -> faults.put(answer.place(), answer));
        List<Kept> records = new ArrayList<>();
        for (Kept record : furnished.take(account)) {
            Answered answer = faults.get(record.place());
            if (isPrepared(record.place()) || states.exists(record.place())) {
                records.add(answer == null ? asFarAsItGot(record) : refused(record, answer));
            }
        }
        records.sort(order);
        return records;
    }

    private Kept asFarAsItGot(Kept record) {
        Told.State state = isPrepared(record.place()) ? Told.State.PREPARED : states.of(record.place());
        return new Kept(record.place(), record.told().as(state), null);
    }

    private boolean isPrepared(Place place) {
        return place.run() == ownRun && !states.exists(place);
    }

    private static Kept refused(Kept record, Answered answer) {
        return new Kept(record.place(), record.told().refused(answer.fault()), answer.at());
    }

    private static Kept furnished(Columns row) throws SQLException {
        Place place = new Place(row.number(2), row.word(3), row.integer(4), row.number(5));
        return new Kept(
                place,
                new Told(
                        place.kind(),
                        row.wordOrNull(6),
                        row.date(7),
                        row.word(8),
                        FurnishedFacts.read(row.word(9)),
                        Told.State.PREPARED,
                        null),
                null);
    }

    private static Answered answer(Columns row) throws SQLException {
        Place place = new Place(row.number(2), row.word(3), row.integer(4), row.number(5));
        return new Answered(place, row.word(6) + " " + row.word(7), row.instant(8));
    }

    @Override
    public void close() throws SQLException {
        try (furnished;
                answers) {
            return;
        }
    }
}
