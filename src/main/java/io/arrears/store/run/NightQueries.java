package io.arrears.store.run;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.BureauNews;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.ledger.EntryType;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The few counts and keys that a night asks of the database as a whole. */
public final class NightQueries {

    private static final Sql LEDGER = Sql.of("ledger");
    private static final Sql NIGHT = Sql.of("night");
    private static final Sql STANDING = Sql.of("standing");

    private static final List<String> ASSESSED =
            List.of("accounts", "instalments", "agreements", "statements", "bureau_facts");
    private static final List<String> FURNISHED = List.of(
            "parties", "notices", "disputes", "borrowers", "party_borrowers", "siblings", "consents", "person_facts");
    private static final List<String> ACTING = List.of("facts", "person_facts", "parties", "parties_ended");

    private static final Map<String, BureauNews> HEARD = Map.of(
            "answered", BureauNews.ANSWERED,
            "spoken_of", BureauNews.SPOKEN_OF,
            "baseline_loaded", BureauNews.BASELINE_LOADED);

    /** As the column says that all of the past has changed, and that nothing of it has. */
    private static final LocalDate EVER = LocalDate.of(1000, 1, 1);

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcTemplate jdbc;

    public NightQueries(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /**
     * Notes the accounts that a run has to look at, and from which day of the past on; running it again adds nothing.
     *
     * @param furnishes whether a bureau is told: then what only a bureau's records depend on touches an account, too
     */
    public void noteTouched(Run run, Run previous, boolean furnishes) {
        note(ASSESSED, run, previous);
        jdbc.update(
                NIGHT.get("known_entries"),
                run.id(),
                Rows.words(EntryType.class, EntryType::isFeltBefore),
                Rows.words(EntryType.class, EntryType::isFeltBeforeWhenReversed),
                run.lender().name(),
                Rows.utc(previous.cutoff()),
                Rows.utc(run.cutoff()));
        jdbc.update(NIGHT.get("woken"), run.id(), run.lender().name(), run.asOf(), previous.id());
        if (furnishes) {
            note(FURNISHED, run, previous);
            act(run, previous);
            jdbc.update(NIGHT.get("waiting"), run.id(), run.lender().name(), previous.id());
            String lender = run.lender().name();
            Object before = Rows.utc(previous.generatedAt());
            Object now = Rows.utc(run.generatedAt());
            noteFiles(run, lender, before, now);
            HEARD.forEach(
                    (statement, news) -> jdbc.update(NIGHT.get(statement), run.id(), since(news), lender, before, now));
        }
    }

    /** As long as a file waits, and once after it got any further. */
    private void noteFiles(Run run, String lender, Object before, Object now) {
        Object waiting = Rows.words(Reported.State.class, Reported.State::isUnderway);
        for (MovedFile file : jdbc.query(
                NIGHT.get("files_moved"), (row, i) -> MovedFile.of(row), lender, before, waiting, now, now)) {
            List<Object> parameters = new ArrayList<>(List.of(run.id(), since(file.news())));
            parameters.addAll(file.records());
            jdbc.update(NIGHT.get("in_file"), parameters.toArray());
        }
    }

    private static LocalDate since(BureauNews news) {
        return news.reopensPast() ? EVER : NEVER;
    }

    /**
     * A file of a bureau, and what a night hears of it.
     *
     * @param records the parameters by which they are found
     */
    private record MovedFile(List<Object> records, BureauNews news) {

        static MovedFile of(ResultSet row) throws SQLException {
            String before = row.getString(11);
            return new MovedFile(
                    List.of(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getInt(6),
                            row.getInt(6),
                            row.getLong(7),
                            row.getInt(8),
                            row.getInt(8),
                            row.getLong(9)),
                    BureauNews.of(
                            Reported.State.valueOf(row.getString(10)),
                            before == null ? null : Reported.State.valueOf(before)));
        }
    }

    /** What was known before and acts from a day on that has come since; a fact that blocks acts on the day of generation. */
    private void act(Run run, Run previous) {
        for (Bureau bureau : run.lender().bureaus()) {
            ReportingTerms furnishing = bureau.terms();
            LocalDate after = furnishing.calendar().on(previous.asOf()).eventsUntil();
            LocalDate generated = LocalDate.ofInstant(run.generatedAt(), furnishing.zone());
            LocalDate upTo = generated.isAfter(run.asOf()) ? generated : run.asOf();
            for (String fact : ACTING) {
                jdbc.update(NIGHT.get("acting_" + fact), run.id(), run.lender().name(), after, upTo);
            }
        }
    }

    private void note(List<String> facts, Run run, Run previous) {
        for (String fact : facts) {
            jdbc.update(
                    NIGHT.get("known_" + fact),
                    run.id(),
                    run.lender().name(),
                    Rows.utc(previous.cutoff()),
                    Rows.utc(run.cutoff()));
        }
    }

    /**
     * Splits all of a lender's accounts into at most so many key ranges of about the same number of rows. They are those known
     * at the cutoff, so that whatever is imported meanwhile, a restart finds the same ranges.
     */
    public List<KeyRange> ranges(Run run, int parts) {
        return ranges(
                parts,
                LEDGER.get("count_accounts"),
                LEDGER.get("nth_account"),
                run.lender().name(),
                Rows.utc(run.cutoff()));
    }

    /** The same of the accounts that a run has to assess. */
    public List<KeyRange> assessedRanges(Run run, int parts) {
        return run.full() ? ranges(run, parts) : touchedRanges(run, parts);
    }

    /** The same of the accounts that a run has noted. */
    public List<KeyRange> touchedRanges(Run run, int parts) {
        return ranges(parts, NIGHT.get("count"), NIGHT.get("nth"), run.id());
    }

    /**
     * Notes the accounts that a run's ladder looks at; running it again adds nothing.
     *
     * @param soon what falls due by this day may be reminded of
     */
    public void noteOverdue(Run run, LocalDate soon) {
        String lender = run.lender().name();
        jdbc.update(NIGHT.get("overdue"), run.id(), lender, soon);
        if (run.isReplay()) {
            long before = run.previousRunOrZero();
            jdbc.update(NIGHT.get("overdue_replaced"), run.id(), lender, soon, before, before);
        }
    }

    /** The ranges of the accounts that a run's ladder looks at. */
    public List<KeyRange> overdueRanges(Run run, int parts) {
        return ranges(parts, NIGHT.get("count_overdue"), NIGHT.get("nth_overdue"), run.id());
    }

    private List<KeyRange> ranges(int parts, String count, String nth, Object... of) {
        long rows = count(count, of);
        List<KeyRange> ranges = new ArrayList<>();
        String after = KeyRange.FIRST;
        for (int i = 1; i < parts; i++) {
            Object[] parameters = Arrays.copyOf(of, of.length + 1);
            parameters[of.length] = rows * i / parts;
            String key = jdbc.queryForList(nth, String.class, parameters).stream()
                    .findFirst()
                    .orElse(null);
            if (key != null && key.compareTo(after) > 0) {
                ranges.add(new KeyRange(after, key));
                after = key;
            }
        }
        ranges.add(new KeyRange(after, KeyRange.LAST));
        return ranges;
    }

    /** Accounts that a run found overdue and that were not before. */
    public long newlyOverdue(Run run) {
        long before = run.previousRunOrZero();
        return count(STANDING.get("newly_overdue"), run.lender().name(), run.id(), before, before, before);
    }

    /** Accounts that were open as the last published run left them. */
    public long openBefore(Run run) {
        String lender = run.lender().name();
        long before = run.previousRunOrZero();
        long now = count(STANDING.get("open_before"), lender, before);
        return run.isReplay() ? now + count(STANDING.get("open_before_replaced"), lender, before, before) : now;
    }

    /** The lender of an account; none when the ledger does not know it. */
    public @Nullable String lenderOf(String account) {
        return jdbc.queryForList(LEDGER.get("lender_of"), String.class, account).stream()
                .findFirst()
                .orElse(null);
    }

    private long count(String sql, Object... parameters) {
        Long count = jdbc.queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }
}
