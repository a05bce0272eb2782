package io.arrears.store;

import io.arrears.store.jdbc.Repeatable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that fails in front of a writing statement or a commit: as if the process were killed there, so that nothing comes
 * after it, or that one alone.
 */
final class Cut extends DelegatingDataSource {

    /** Where to cut. */
    @FunctionalInterface
    interface Place {
        /**
         * @param isRecorded whether a migration was put on record since this start
         * @param next the statement that comes next, or what a commit that comes next comes after
         */
        boolean isHere(boolean isRecorded, String next);
    }

    private static final String COMMIT = "commit after ";

    private final Place place;
    private final boolean kills;
    private final List<Connection> opened = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private String last = "";
    private boolean isRecorded;
    private boolean happened;
    private boolean killed;
    private boolean hasBegun;

    /** Nothing that a process says or does comes after its end; nobody catches this. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String where) {
            super(where, null, false, false);
        }
    }

    Cut(DataSource database, Place place, boolean kills) {
        super(database);
        this.place = place;
        this.kills = kills;
    }

    boolean happened() {
        return happened;
    }

    /** What the database said of a statement that neither was done before nor can be done. */
    List<String> faults() {
        return faults;
    }

    static boolean isCommit(String next) {
        return next.startsWith(COMMIT);
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireAlive();
        Connection connection = super.getConnection();
        opened.add(connection);
        return proxy(Connection.class, connection);
    }

    /** As the end of a process closes them. */
    void closeAll() throws SQLException {
        for (Connection connection : opened) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                Cut.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (!name.equals("close") && !name.equals("rollback") && !name.startsWith("is")) {
                        requireAlive();
                    }
                    String sql =
                            arguments != null && arguments[0] instanceof String text && writes(name, text) ? text : "";
                    hasBegun |= !sql.isEmpty() && !sql.contains("schema_history");
                    cutInFrontOf(name.equals("commit") ? COMMIT + last : sql);
                    try {
                        Object result = method.invoke(target, arguments);
                        note(sql);
                        return result instanceof Statement made && name.equals("createStatement")
                                ? proxy(Statement.class, made)
                                : result;
                    } catch (InvocationTargetException e) {
                        if (!sql.isEmpty()
                                && e.getTargetException() instanceof SQLException refused
                                && !Repeatable.wasDone(sql, refused.getErrorCode())) {
                            faults.add(refused + " at " + sql);
                        }
                        throw e.getTargetException();
                    }
                }));
    }

    private void cutInFrontOf(String next) throws SQLException {
        if (!next.isEmpty() && !happened && place.isHere(isRecorded, next)) {
            happened = true;
            killed = kills || !hasBegun; // what makes the history Flyway tries ten times, a second longer each
            requireAlive();
            throw new SQLException("cut in front of " + next);
        }
    }

    private void requireAlive() {
        if (killed) {
            throw new Killed("killed");
        }
    }

    private void note(String sql) {
        if (!sql.isEmpty()) {
            last = sql;
            isRecorded |= sql.startsWith("INSERT") && sql.contains("schema_history");
        }
    }

    /** A prepared statement writes where it is prepared. */
    private static boolean writes(String method, String sql) {
        return (method.startsWith("execute") || method.equals("prepareStatement"))
                && sql.replaceAll("(?m)^\\s*--.*$", "")
                        .strip()
                        .toUpperCase(Locale.ROOT)
                        .matches("(?s)(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|RENAME)\\s.*");
    }
}
