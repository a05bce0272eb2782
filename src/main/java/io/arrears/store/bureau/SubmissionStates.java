package io.arrears.store.bureau;

import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far every submission of one lender to one bureau had got at an instant; a few rows a run, so they are held in memory. */
public final class SubmissionStates {

    /**
     * Records of a run and kind from one place to another, and how far their file got.
     *
     * @param since when it got so far
     * @param counted whether it counted as told before, whatever became of it
     */
    record Span(ReportedScan.Place from, ReportedScan.Place to, Reported.State state, Instant since, boolean counted) {

        Span after(@Nullable Span before) {
            return new Span(
                    from,
                    to,
                    state,
                    since,
                    before != null && (before.counted() || before.state().counts()));
        }

        boolean onFile(ReportedScan.Place place) {
            return compare(from, place) <= 0 && compare(place, to) <= 0;
        }

        private static int compare(ReportedScan.Place a, ReportedScan.Place b) {
            int part = Integer.compare(a.part(), b.part());
            return part == 0 ? Long.compare(a.ordinal(), b.ordinal()) : part;
        }
    }

    private record Files(long run, String kind) {}

    private static final Sql SQL = Sql.of("submissions");
    private static final Sql RUNS = Sql.of("runs");

    private final long upTo;
    private final Set<Integer> laterBaselines;
    private final Map<Files, List<Span>> spans = new HashMap<>();

    /**
     * @param upTo the last run of which anything can have been told
     * @param laterBaselines the parts of the baseline that were not loaded yet
     */
    SubmissionStates(long upTo, Set<Integer> laterBaselines, Collection<Span> all) {
        this.upTo = upTo;
        this.laterBaselines = laterBaselines;
        for (Span span : all) {
            spans.computeIfAbsent(files(span.from()), files -> new ArrayList<>())
                    .add(span);
        }
    }

    /** When a run was generated. */
    static SubmissionStates of(JdbcTemplate jdbc, Run run, ReportingTerms furnishing) {
        Map<ReportedScan.Place, Span> newest = new LinkedHashMap<>();
        jdbc.query(
                SQL.get("spans"),
                row -> {
                    Span span = span(row);
                    newest.put(span.from(), span.after(newest.get(span.from())));
                },
                Rows.utc(run.generatedAt()),
                run.lender().name(),
                furnishing.bureau(),
                furnishing.environment().name());
        return new SubmissionStates(lastRun(jdbc, run), BaselineStore.later(jdbc, run, furnishing), newest.values());
    }

    /** Only those that waited for somebody then, or got any further since the run before was generated. */
    static SubmissionStates moved(JdbcTemplate jdbc, Run run, Run previous, ReportingTerms furnishing) {
        Object generated = Rows.utc(run.generatedAt());
        return new SubmissionStates(
                lastRun(jdbc, run),
                BaselineStore.later(jdbc, run, furnishing),
                jdbc.query(
                        SQL.get("moved"),
                        (row, i) -> span(row),
                        run.lender().name(),
                        furnishing.bureau(),
                        furnishing.environment().name(),
                        Rows.utc(previous.generatedAt()),
                        Rows.words(Reported.State.class, Reported.State::isUnderway),
                        generated,
                        generated));
    }

    /**
     * The last run that can have told anything before this one: the one with the number before, whether its night stands or was
     * withdrawn; of a replay, the one before the run that it tells again; any, where one only looks at how things are now.
     */
    static long lastRun(JdbcTemplate jdbc, Run run) {
        if (run.isStored()) {
            return run.isReplay() ? lastBeforeOriginal(jdbc, run) : run.id() - 1;
        }
        return Long.MAX_VALUE;
    }

    private static long lastBeforeOriginal(JdbcTemplate jdbc, Run run) {
        return jdbc
                .queryForList(
                        RUNS.get("id_at_cutoff"), Long.class, run.lender().name(), run.asOf(), Rows.utc(run.cutoff()))
                .stream()
                .findFirst()
                .map(original -> original - 1)
                .orElse(run.previousRunOrZero());
    }

    long upTo() {
        return upTo;
    }

    private static Span span(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String kind = row.getString(2);
        return new Span(
                new ReportedScan.Place(id, kind, row.getInt(3), row.getLong(4)),
                new ReportedScan.Place(id, kind, row.getInt(5), row.getLong(6)),
                Reported.State.valueOf(row.getString(7)),
                Rows.instant(row, 8),
                false);
    }

    boolean exists(ReportedScan.Place place) {
        return place.run() == 0 || span(place).isPresent();
    }

    /** Whether a record is of a baseline that was loaded by then. */
    boolean isOfBaseline(ReportedScan.Place place) {
        return place.run() == 0 && !laterBaselines.contains(place.part());
    }

    /** The file a record stands in, and how far it got; none of what a bureau held before we began. */
    Optional<Span> span(ReportedScan.Place place) {
        return spans.getOrDefault(files(place), List.of()).stream()
                .filter(span -> span.onFile(place))
                .findFirst();
    }

    private static Files files(ReportedScan.Place place) {
        return new Files(place.run(), place.kind());
    }
}
