package io.arrears.store;

import io.arrears.audit.Checkpoint.Head;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each published folder exports its lender's audit trail. */
public final class CheckpointStore {

    private static final Sql SQL = Sql.of("checkpoints");
    private static final String PUBLISHED = Rows.words(Run.State.class, Run.State::wasPublished);

    private final JdbcTemplate jdbc;

    public CheckpointStore(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** The signed end of a run's folder: its last event, and the digest of its checkpoint.json. */
    public record Kept(long run, Head head, String digest) {}

    /** The checkpoint of the lender's run before this one, withdrawn or not, that published a folder; none for its first. */
    public Optional<Kept> before(Run run) {
        return first("before", run.lender().name(), run.id(), PUBLISHED);
    }

    /** The checkpoint of the lender's last published run. */
    public Optional<Kept> last(String lender) {
        return first("last", lender);
    }

    /** The checkpoint of a published run. */
    public Optional<Kept> of(Run run) {
        return first("of_run", run.id());
    }

    /** A lender of which something was ever signed; none if nothing was. */
    public Optional<String> anySigned() {
        return jdbc.queryForList(SQL.get("any_signed"), String.class).stream().findFirst();
    }

    /** The heads that the lender's published folders sign, by folder. */
    public Map<String, Head> heads(String lender) {
        Map<String, Head> heads = new LinkedHashMap<>();
        jdbc.query(
                SQL.get("heads"),
                row -> {
                    int sequence = row.getInt(2);
                    long withdrawn = row.getLong(5);
                    String night = row.getString(1) + (sequence == 1 ? "" : "." + sequence);
                    String folder = withdrawn == 0 ? night : "withdrawn/" + night + "-run" + withdrawn;
                    heads.put(folder, new Head(row.getLong(3), row.getString(4)));
                },
                lender,
                PUBLISHED);
        return heads;
    }

    /** Keeps it; the caller's transaction makes the run PUBLISHING, so that from then on nothing else can be signed. */
    public void keep(String lender, Kept checkpoint) {
        jdbc.update(
                SQL.get("keep"),
                checkpoint.run(),
                lender,
                checkpoint.head().number(),
                checkpoint.head().hash(),
                checkpoint.digest());
    }

    private Optional<Kept> first(String query, Object... parameters) {
        return jdbc
                .query(
                        SQL.get(query),
                        (row, i) ->
                                new Kept(row.getLong(1), new Head(row.getLong(2), row.getString(3)), row.getString(4)),
                        parameters)
                .stream()
                .findFirst();
    }
}
