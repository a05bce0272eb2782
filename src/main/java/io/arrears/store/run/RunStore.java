package io.arrears.store.run;

import io.arrears.furnish.Bureau;
import io.arrears.lender.Lender;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of runs as others look at it: by number, by lender and night, by what went before. */
public final class RunStore {

    private static final Sql SQL = Sql.of("runs");

    private final JdbcTemplate jdbc;

    public RunStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    public Run find(long id) {
        return Objects.requireNonNull(jdbc.queryForObject(SQL.get("find"), RunRow::of, id));
    }

    /** A run by its number; none if there never was one. */
    public Optional<Run> known(long id) {
        return Optional.ofNullable(first("find", id));
    }

    /** The lender's last published run before this one; none on its first night. */
    public @Nullable Run previous(Run run) {
        Long previous = run.previousRun();
        return previous == null ? null : find(previous);
    }

    public List<Run> unfinished() {
        return jdbc.query(SQL.get("unfinished"), RunRow::of, Rows.words(Run.State.class, Run.State::isUnfinished));
    }

    /** The runs of a lender, newest first, at most 200. */
    public List<Run> ofLender(String lender) {
        return jdbc.query(SQL.get("of_lender"), RunRow::of, lender);
    }

    public Optional<Run> lastPublished(String lender) {
        return jdbc.query(SQL.get("last_published"), RunRow::of, lender).stream()
                .findFirst();
    }

    public Optional<Run> published(String lender, LocalDate asOf) {
        return jdbc.query(SQL.get("published_as_of"), RunRow::of, lender, asOf).stream()
                .findFirst();
    }

    /** The last run before this one that told a bureau what was due to it; none if no run has. */
    public @Nullable Run previousTelling(Run run, String bureau) {
        Run previous = previous(run);
        while (previous != null && previous.withheld().contains(bureau)) {
            previous = previous(previous);
        }
        return previous;
    }

    /** The bureaus that a run tells: a replay those that were told then, and nobody of what is known only now. */
    public List<Bureau> told(Run run) {
        List<Bureau> all = run.lender().bureaus();
        if (!run.isReplay()) {
            return all;
        }
        return original(run)
                .map(then -> all.stream()
                        .filter(bureau ->
                                !then.withheld().contains(bureau.terms().bureau()))
                        .toList())
                .orElse(List.of());
    }

    /** The newest run published for a night before this one that saw no more than this; none before the first. */
    public @Nullable Run publishedBefore(String lender, LocalDate asOf, Instant cutoff) {
        return first("published_before", lender, asOf, Rows.utc(cutoff));
    }

    /** The run published for a night with exactly this cutoff; none if no run was. */
    public @Nullable Run publishedAt(String lender, LocalDate asOf, Instant cutoff) {
        return first("published_at_cutoff", lender, asOf, Rows.utc(cutoff));
    }

    /** The run of a night with exactly this cutoff that was taken back; none if no run was. */
    @Nullable
    Run withdrawnAt(String lender, LocalDate asOf, Instant cutoff) {
        return first(
                "withdrawn_at_cutoff",
                lender,
                asOf,
                Rows.utc(cutoff),
                Rows.words(Run.State.class, Run.State::isTakenBack));
    }

    /** The published run that a replay with its cutoff tells again; none for a replay of what is known by now. */
    public Optional<Run> original(Run replay) {
        return Optional.ofNullable(publishedAt(replay.lender().name(), replay.asOf(), replay.cutoff()));
    }

    /** The policy of the run that was published for a night with exactly this cutoff. */
    public Optional<Lender> publishedWith(String lender, LocalDate asOf, Instant cutoff) {
        return Optional.ofNullable(publishedAt(lender, asOf, cutoff)).map(Run::lender);
    }

    /** The digest of the manifest of each of a lender's published folders, by the folder's name. */
    public Map<String, String> manifests(String lender) {
        Map<String, String> manifests = new HashMap<>();
        jdbc.query(
                SQL.get("manifests"),
                row -> {
                    LocalDate asOf = row.getObject("as_of", LocalDate.class);
                    manifests.put(Run.folderName(asOf, row.getInt("sequence")), row.getString("manifest_digest"));
                },
                lender,
                Rows.words(Run.State.class, Run.State::hasFolder));
        return manifests;
    }

    /** Whether a night was taken back between two, which neither of them knows of. */
    boolean isAnyWithdrawn(String lender, long after, long before) {
        return Objects.requireNonNull(
                        jdbc.queryForObject(SQL.get("withdrawn_between"), Long.class, lender, after, before))
                > 0;
    }

    /** Whether a night was taken back between this run and the one that counts as before it. */
    public boolean followsWithdrawn(Run run) {
        long own = run.isReplay() ? original(run).map(Run::id).orElse(0L) : run.id();
        return isAnyWithdrawn(run.lender().name(), run.previousRunOrZero(), own);
    }

    /** The as-of dates of nights that were taken back, but not what was sent of them. */
    public List<LocalDate> keptTold(String lender) {
        return jdbc.queryForList(SQL.get("kept_told"), LocalDate.class, lender);
    }

    private @Nullable Run first(String query, Object... parameters) {
        return jdbc.query(SQL.get(query), RunRow::of, parameters).stream()
                .findFirst()
                .orElse(null);
    }
}
