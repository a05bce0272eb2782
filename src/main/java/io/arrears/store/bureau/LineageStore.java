package io.arrears.store.bureau;

import io.arrears.furnish.Meaning;
import io.arrears.furnish.Submission.Place;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an account was over time, and what bureaus were told of it, record by record. */
public final class LineageStore {

    private static final Sql SQL = Sql.of("lineage");

    private final JdbcTemplate jdbc;

    public LineageStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /**
     * A standing as it held from the night of a run on.
     *
     * @param to the as-of date of the night that replaced it; none while it holds
     */
    public record Span(
            long run,
            LocalDate from,
            @Nullable LocalDate to,
            Currency currency,
            @Nullable LocalDate oldestDueOn,
            long balance,
            @Nullable LocalDate chargedOffOn,
            @Nullable LocalDate closedOn) {}

    /**
     * A record that a bureau was told, or would have been by a run that was withdrawn.
     *
     * @param submission the file it stands in; none if the bureau held it before the first run
     * @param fault what the bureau found wrong with it
     */
    public record Furnished(
            String bureau,
            long run,
            String kind,
            Place place,
            @Nullable String code,
            LocalDate reportedOn,
            @Nullable String submission,
            @Nullable String fault) {}

    /**
     * The record at one place.
     *
     * @param digest SHA-256 of its line
     * @param facts what it said, by tag, without anything personal
     */
    public record Told(
            String account,
            @Nullable String code,
            LocalDate reportedOn,
            String digest,
            Map<String, String> facts,
            Meaning meaning) {}

    public List<Span> spans(String lender, String account) {
        return jdbc.query(
                SQL.get("spans"),
                (row, i) -> new Span(
                        row.getLong(1),
                        Rows.date(row, 2),
                        Rows.dateOrNull(row, 3),
                        Currency.getInstance(row.getString(4)),
                        Rows.dateOrNull(row, 5),
                        row.getLong(6),
                        Rows.dateOrNull(row, 7),
                        Rows.dateOrNull(row, 8)),
                lender,
                account,
                lender,
                account);
    }

    public List<Furnished> records(String lender, String account) {
        return jdbc.query(
                SQL.get("records"),
                (row, i) -> new Furnished(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        new Place(row.getInt(4), row.getLong(5)),
                        row.getString(6),
                        Rows.date(row, 7),
                        row.getString(8),
                        row.getString(9) == null ? null : row.getString(9) + " " + row.getString(10)),
                lender,
                account,
                lender,
                account);
    }

    /** The record of a file at a place. */
    public Optional<Told> at(Filed filed, Place place) {
        List<Object> where = List.of(
                filed.lender(), filed.run(), filed.bureau(), filed.submission().kind(), place.part(), place.ordinal());
        return jdbc
                .query(
                        SQL.get("record_at"),
                        (row, i) -> new Told(
                                row.getString(1),
                                row.getString(2),
                                Rows.date(row, 3),
                                row.getString(4),
                                FurnishedFacts.read(row.getString(5)),
                                MeaningColumns.read(row, 6)),
                        Stream.of(where, where).flatMap(List::stream).toArray())
                .stream()
                .findFirst();
    }
}
