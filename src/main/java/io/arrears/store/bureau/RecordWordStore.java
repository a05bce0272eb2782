package io.arrears.store.bureau;

import io.arrears.furnish.Reported;
import io.arrears.furnish.Submission.Place;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people say of records that a bureau refused: told anew as they are, or given up; in the caller's transaction. */
public final class RecordWordStore {

    private static final Sql SQL = Sql.of("record-words");

    private final JdbcTemplate jdbc;

    public RecordWordStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** A record by its place in a file. */
    public record Spot(Filed filed, Place place, String account) {}

    /** What people say of a record, who, when and why. */
    public record Said(Reported.Word word, List<String> people, String reason, Instant at) {}

    /** The reasons for which the newest answer to its file refused a record; none if it did not. */
    public List<String> reasons(Spot spot) {
        return jdbc.query(
                SQL.get("reasons"),
                (row, i) -> row.getString(1) + " " + row.getString(2),
                parameters(spot, Rows.utc(spot.filed().since())));
    }

    /** The newest word of a record since it was answered. */
    public Optional<Reported.Word> newest(Spot spot) {
        return jdbc
                .queryForList(
                        SQL.get("newest"),
                        String.class,
                        parameters(spot, Rows.utc(spot.filed().since())))
                .stream()
                .map(Reported.Word::valueOf)
                .findFirst();
    }

    /** How often anything was said of a record; it only grows. */
    public long count(Spot spot) {
        Long count = jdbc.queryForObject(SQL.get("count"), Long.class, parameters(spot));
        return count == null ? 0 : count;
    }

    public void say(Spot spot, Said said) {
        List<String> people = said.people();
        jdbc.update(
                SQL.get("insert"),
                parameters(
                        spot,
                        Rows.utc(said.at()),
                        said.word().name(),
                        people.get(0),
                        people.size() > 1 ? people.get(1) : null,
                        said.reason()));
    }

    private static @Nullable Object[] parameters(Spot spot, @Nullable Object... behind) {
        Filed filed = spot.filed();
        Object[] place = {
            filed.lender(),
            spot.account(),
            filed.bureau(),
            filed.environment(),
            filed.run(),
            filed.submission().kind(),
            spot.place().part(),
            spot.place().ordinal()
        };
        @Nullable Object[] all = Arrays.copyOf(place, place.length + behind.length);
        System.arraycopy(behind, 0, all, place.length, behind.length);
        return all;
    }
}
