package io.arrears.store.imports;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.feed.Feed;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Pulls a core system's views, one a feed, into CSV files: from there on they are a delivery like any other.
 *
 * <p>All views are read and counted in one snapshot. A view with a column {@code changed_at} gives only what changed since the last
 * pull without a reject, and two days before it, since its clock and zone need not be ours.
 */
public final class CoreViews {

    private static final Sql SQL = Sql.of("import-views");
    static final String SOURCE = "views:";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final String CHANGED_AT = "changed_at";
    private static final int MARGIN_DAYS = 2;
    private static final int FETCH = 1000;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final ViewCounts counts;
    private final String schema;

    /**
     * Looks at one schema.
     *
     * @throws Refused (2) when that cannot be a schema's name
     */
    public CoreViews(DataSource dataSource, String schema) {
        if (!NAME.matcher(schema).matches()) {
            throw new Refused(
                    ExitCode.USAGE, "a schema's name has letters, digits and underscores, at most 64 of them");
        }
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.counts = new ViewCounts(dataSource);
        this.schema = schema;
    }

    /** What imports from this schema name as their source. */
    public String source() {
        return SOURCE + schema;
    }

    /**
     * The feeds that have a view.
     *
     * @throws Refused (2) when there is none
     */
    public List<Feed> feeds() {
        Set<String> names = new HashSet<>(jdbc.queryForList(SQL.get("names"), String.class, schema));
        List<Feed> feeds = new ArrayList<>();
        for (Feed feed : Feed.values()) {
            if (names.contains(feed.table())) {
                feeds.add(feed);
            }
        }
        if (feeds.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "no view in the schema " + schema + " has a feed's name, or none may be read by this user;"
                            + " sql/views/example.sql shows how to write them");
        }
        return feeds;
    }

    /**
     * What was pulled of one view.
     *
     * @param counted rows that it has
     * @param given rows that the pulls before gave; none before the first
     * @param whole it was read from its first row to its last
     */
    record Pulled(Feed feed, long counted, @Nullable Long given, boolean whole) {}

    /**
     * Writes a file for each view that has rows to give, and notes how many rows each has.
     *
     * @param full whether every row is read, whenever it changed
     * @param mayBeEmpty feeds whose view may be without rows
     * @throws Refused (4) when another view has no rows, as a file with only a header is refused
     */
    public void pull(long importId, Path folder, boolean full, Set<Feed> mayBeEmpty) throws IOException {
        LocalDateTime lastClean = jdbc.queryForObject(SQL.get("last-clean"), LocalDateTime.class, source());
        LocalDateTime since = full || lastClean == null ? null : lastClean.minusDays(MARGIN_DAYS);
        List<Pulled> pulled = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            boolean mySql = connection.getMetaData().getDatabaseProductName().equals("MySQL");
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                zone(connection, mySql, "utc");
                for (Feed feed : feeds()) {
                    Long given = counts.given(source(), feed);
                    LocalDateTime from = given != null && hasChangedAt(feed) ? since : null;
                    pulled.add(new Pulled(feed, count(connection, feed), given, from == null));
                    pull(connection, mySql, feed, from, folder);
                }
                connection.commit();
            } finally {
                zone(connection, mySql, "default-zone");
            }
        } catch (SQLException e) {
            // the database's own message may quote what stands in a row
            throw new Refused(
                    ExitCode.FAILED,
                    "the views in " + schema + " cannot be read: the database says " + e.getErrorCode() + ", SQL state "
                            + e.getSQLState() + "; SELECT from each as this user to see which, and why");
        }
        refuseEmpty(pulled, mayBeEmpty);
        pulled.forEach(view -> counts.pulled(importId, source(), view));
    }

    private void refuseEmpty(List<Pulled> pulled, Set<Feed> mayBeEmpty) {
        String empty = pulled.stream()
                .filter(view -> view.counted() == 0 && !mayBeEmpty.contains(view.feed()))
                .map(view -> view.feed().table())
                .collect(Collectors.joining(","));
        if (!empty.isEmpty()) {
            throw new Refused(
                    ExitCode.REJECTED,
                    "no row in the view " + empty + " of " + schema
                            + "; nothing was loaded. Mend the view, leave it out, or say" + " with --empty " + empty
                            + " that it may have none");
        }
    }

    private long count(Connection connection, Feed feed) throws SQLException {
        String sql = SQL.get("count").replace("<schema>", schema).replace("<view>", feed.table());
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        }
    }

    private boolean hasChangedAt(Feed feed) {
        Integer found = jdbc.queryForObject(SQL.get("has-changed-at"), Integer.class, schema, feed.table());
        return found != null && found > 0;
    }

    /** TIMESTAMP columns come in the session's zone, and instants are UTC. */
    private static void zone(Connection connection, boolean mySql, String which) throws SQLException {
        if (mySql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SQL.get(which + "-mysql"));
            }
        }
    }

    private void pull(Connection connection, boolean mySql, Feed feed, @Nullable LocalDateTime since, Path folder)
            throws SQLException, IOException {
        String sql = SQL.get(since == null ? "all" : "changed")
                .replace("<schema>", schema)
                .replace("<view>", feed.table());
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(mySql ? Integer.MIN_VALUE : FETCH);
            if (since != null) {
                statement.setObject(1, since);
            }
            try (ResultSet rs = statement.executeQuery()) {
                if (rs.next()) {
                    write(rs, feed, folder.resolve(feed.file()));
                }
            }
        }
    }

    private static void write(ResultSet rs, Feed feed, Path file) throws SQLException, IOException {
        List<Integer> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
            String name = rs.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (!name.equals(CHANGED_AT)) {
                columns.add(i);
                names.add(name);
            }
        }
        try (CSVPrinter csv =
                new CSVPrinter(Files.newBufferedWriter(Home.file(file), StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            csv.printRecord(names);
            do {
                for (int i = 0; i < names.size(); i++) {
                    csv.print(ViewValue.text(feed.layout(), names.get(i), rs, columns.get(i)));
                }
                csv.println();
            } while (rs.next());
        }
    }
}
