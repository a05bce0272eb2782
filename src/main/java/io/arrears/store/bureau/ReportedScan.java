package io.arrears.store.bureau;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.bureau.SubmissionStates.Span;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Streams what one bureau was told, account by account: each record as far as it got when a run was generated, in the order in
 * which the bureau takes them.
 */
final class ReportedScan implements AutoCloseable {

    private static final Sql SQL = Sql.of("dossier");
    private static final long NONE = Long.MIN_VALUE;

    /** Where a record stands among those of its run. */
    record Place(long run, String kind, int part, long ordinal) {}

    /**
     * A record, and where it stands.
     *
     * @param answeredAt when the bureau refused it; none if it did not
     */
    record Kept(Place place, Reported reported, @Nullable Instant answeredAt) {}

    /** One reason for which a record was refused. */
    private record Reason(Place place, String fault, Instant at, int number) {}

    private record Said(Place place, Reported.Word word, Instant at) {}

    private final long ownRun;
    private final SubmissionStates states;
    private final Comparator<Kept> order;
    private final Cursor<Kept> furnished;
    private final Cursor<Reason> reasons;
    private final Cursor<Said> words;

    /**
     * What counts before a run begins to tell.
     *
     * @param bureau whose kinds of record stand in the order in which it gets them
     * @param states of every submission of this lender to this bureau, as of the run's start
     */
    static ReportedScan before(DataSource pool, Scope scope, Run run, Bureau bureau, SubmissionStates states)
            throws SQLException {
        return new ReportedScan(pool, scope, run, NONE, bureau, states, "furnished");
    }

    /** The same with what the run itself tells, which is prepared. */
    static ReportedScan with(DataSource pool, Scope scope, Run run, Bureau bureau, SubmissionStates states)
            throws SQLException {
        return new ReportedScan(pool, scope, run, run.id(), bureau, states, "furnished");
    }

    /** The same without what the records said: only what they mean. */
    static ReportedScan meanings(DataSource pool, Scope scope, Run run, Bureau bureau, SubmissionStates states)
            throws SQLException {
        return new ReportedScan(pool, scope, run, run.id(), bureau, states, "meanings");
    }

    private ReportedScan(
            DataSource pool,
            Scope scope,
            Run run,
            long ownRun,
            Bureau bureau,
            SubmissionStates states,
            String statement)
            throws SQLException {
        this.ownRun = ownRun;
        this.states = states;
        List<String> kinds = bureau.files().kinds();
        this.order = Comparator.comparing((Kept record) -> record.place().run() == run.id())
                .thenComparing(record -> record.place().run())
                .thenComparing(record -> kinds.indexOf(record.place().kind()))
                .thenComparing(record -> record.place().part())
                .thenComparing(record -> record.place().ordinal());
        ReportingTerms furnishing = bureau.terms();
        String name = furnishing.bureau();
        String environment = furnishing.environment().name();
        this.furnished = new Cursor<>(
                pool,
                scope.sql(SQL, statement),
                ReportedScan::furnished,
                scope.parameters(name, environment, states.upTo(), ownRun));
        Object generated = Rows.utc(run.generatedAt());
        try {
            this.reasons = new Cursor<>(
                    pool,
                    scope.sql(SQL, "answers"),
                    ReportedScan::reason,
                    scope.parameters(name, environment, generated));
        } catch (SQLException | RuntimeException e) {
            furnished.close();
            throw e;
        }
        try {
            this.words = new Cursor<>(
                    pool, scope.sql(SQL, "words"), ReportedScan::said, scope.parameters(name, environment, generated));
        } catch (SQLException | RuntimeException e) {
            reasons.close();
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
        Map<Place, List<Reason>> faults = reasons.take(account).stream().collect(Collectors.groupingBy(Reason::place));
        Map<Place, Said> said = new HashMap<>();
        words.take(account)
                .forEach(word -> said.merge(
                        word.place(), word, (one, other) -> other.at().isAfter(one.at()) ? other : one));
        List<Kept> records = new ArrayList<>();
        Kept baseline = null;
        for (Kept record : furnished.take(account)) {
            Span span = states.span(record.place()).orElse(null);
            if (span != null) {
                records.add(asFarAsItGot(
                        record, span, faults.getOrDefault(record.place(), List.of()), said.get(record.place())));
            } else if (states.isOfBaseline(record.place())) {
                baseline = newer(baseline, record);
            } else if (record.place().run() == ownRun) {
                records.add(record);
            }
        }
        if (baseline != null) {
            records.add(new Kept(baseline.place(), baseline.reported().as(Reported.State.ACCEPTED), null));
        }
        records.sort(order);
        return records;
    }

    /** What a later baseline says of an account replaces what an earlier one said. */
    private static Kept newer(@Nullable Kept one, Kept other) {
        return one == null || other.place().part() > one.place().part() ? other : one;
    }

    /** What an answer found wrong holds as long as it is the newest move of its file. */
    private static Kept asFarAsItGot(Kept record, Span span, List<Reason> all, @Nullable Said said) {
        Reported.Course course = new Reported.Course(
                span.since(), span.counted(), said == null || !said.at().isAfter(span.since()) ? null : said.word());
        String fault = all.stream()
                .filter(reason -> reason.at().equals(span.since()))
                .sorted(Comparator.comparingInt(Reason::number))
                .map(Reason::fault)
                .collect(Collectors.joining("; "));
        Reported reported = record.reported().as(span.state()).after(course);
        return fault.isEmpty()
                ? new Kept(record.place(), reported, null)
                : new Kept(record.place(), reported.refused(fault), span.since());
    }

    private static Kept furnished(Columns row) throws SQLException {
        Place place = place(row);
        return new Kept(
                place,
                new Reported(
                        place.kind(),
                        row.wordOrNull(6),
                        row.date(7),
                        String.valueOf(row.wordOrNull(8)),
                        facts(row.wordOrNull(9)),
                        MeaningColumns.read(row, 10),
                        Reported.State.PREPARED,
                        null,
                        Reported.Course.UNKNOWN),
                null);
    }

    private static Map<String, String> facts(@Nullable String json) {
        return json == null ? Map.of() : FurnishedFacts.read(json);
    }

    private static Reason reason(Columns row) throws SQLException {
        return new Reason(place(row), row.word(6) + " " + row.word(7), row.instant(8), row.integer(9));
    }

    private static Said said(Columns row) throws SQLException {
        return new Said(place(row), Reported.Word.valueOf(row.word(6)), row.instant(7));
    }

    private static Place place(Columns row) throws SQLException {
        return new Place(row.number(2), row.word(3), row.integer(4), row.number(5));
    }

    @Override
    public void close() throws SQLException {
        try (furnished;
                reasons;
                words) {
            return;
        }
    }
}
