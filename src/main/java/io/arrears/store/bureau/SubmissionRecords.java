package io.arrears.store.bureau;

import io.arrears.furnish.Meaning;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Submission;
import io.arrears.run.Run;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The records that stand in a bureau's file: by their places, what was refused of them, and whether they may still go out. */
public final class SubmissionRecords {

    private static final Sql SQL = Sql.of("submission-records");

    private final DataSource pool;
    private final JdbcTemplate jdbc;

    public SubmissionRecords(DataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
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
            Reported.@Nullable Word word) {}

    /** How many records of a run take back or restate what a bureau was told. */
    public long corrections(Run run, ReportingTerms terms) {
        Long corrections = jdbc.queryForObject(
                SQL.get("corrections"),
                Long.class,
                run.lender().name(),
                run.id(),
                terms.bureau(),
                Rows.words(Meaning.Act.class, Meaning.Act::isCorrection));
        return corrections == null ? 0 : corrections;
    }

    /** Hands over the records of a file that the bureau has not loaded and that were not told anew since, one by one. */
    public void waiting(Filed filed, Consumer<Waiting> taker) {
        if (filed.state() == Reported.State.VOID) {
            return;
        }
        boolean isAnswered = filed.state() == Reported.State.ACCEPTED;
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
            throw unreadable(filed, e);
        }
    }

    private static Reported.@Nullable Word word(String word) {
        return word.isEmpty() ? null : Reported.Word.valueOf(word);
    }

    /** Of the records of a file those that became wrong since it was made. */
    public OutdatedRecords outdated() {
        return new OutdatedRecords(pool);
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

    /** A reason for which a record was refused. */
    public record Reason(Submission.Place place, String code) {}

    /** Every reason that a file's newest answer gave. */
    public Set<Reason> reasons(Filed filed) {
        return new HashSet<>(jdbc.query(
                SQL.get("reasons"),
                (row, i) -> new Reason(new Submission.Place(row.getInt(1), row.getLong(2)), row.getString(3)),
                ofAnswer(filed)));
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

    static DataAccessResourceFailureException unreadable(Filed filed, SQLException e) {
        return new DataAccessResourceFailureException(
                "the records of " + filed.submission().name() + " cannot be read", e);
    }

    /** The records of a void file of a withdrawn night are among those told again; of any other file nothing changes. */
    public void bringBack(Filed filed) {
        jdbc.update(SQL.get("bring_back"), ofFile(filed));
    }

    /** The lender, bureau, environment, run and kind of a file's records, and their first and last place, as queries ask for them. */
    public static Object[] ofFile(Filed filed) {
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

    private static Object[] ofAnswer(Filed filed) {
        return Stream.concat(Stream.of(Rows.utc(filed.since())), Stream.of(ofFile(filed)))
                .toArray();
    }
}
