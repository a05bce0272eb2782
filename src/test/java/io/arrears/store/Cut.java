package io.arrears.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that fails in front of a writing statement: as if the process were killed there, so that nothing comes after it, or
 * only that one statement fails.
 */
final class Cut extends DelegatingDataSource {

    static final Predicate<String> ANY = sql -> true;
    static final Predicate<String> ON_RECORD = sql -> sql.startsWith("INSERT") && sql.contains("schema_history");

    private final Predicate<String> counted;
    private final boolean kills;
    private final List<Connection> opened = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int left;
    private boolean failed;

    /**
     * @param statements how many of the counted statements do something before the cut; what was done before does nothing
     * @param counted any that write, or only those that put a migration on record
     */
    Cut(DataSource pool, int statements, Predicate<String> counted, boolean kills) {
        super(pool);
        this.counted = counted;
        this.left = statements;
        this.kills = kills;
    }

    /** Whether it came to the cut. */
    boolean happened() {
        return failed;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (failed && kills) {
            throw new SQLException("cut");
        }
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
        return type.cast(
                Proxy.newProxyInstance(Cut.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean ends = name.equals("close") || name.equals("rollback") || name.startsWith("is");
                    if (failed && kills && !ends) {
                        throw new SQLException("cut");
                    }
                    String sql = arguments != null && arguments[0] instanceof String text && writes(name, text) ? text : null;
                    if (sql != null && !failed && left == 0) {
                        failed = true;
                        throw new SQLException("cut in front of " + sql);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (sql != null && counted.test(sql)) {
                            left--;
                        }
                        return result instanceof Statement made && name.equals("createStatement")
                                ? proxy(Statement.class, made)
                                : result;
                    } catch (InvocationTargetException e) {
                        if (sql != null
                                && e.getTargetException() instanceof SQLException refused
                                && !Repeatable.wasDone(sql, refused.getErrorCode())) {
                            faults.add(refused + " at " + sql);
                        }
                        throw e.getTargetException();
                    }
                }));
    }

    /** What the database said of a statement that is neither done nor can be. */
    List<String> faults() {
        return faults;
    }

    /** A prepared statement counts where it is prepared. */
    private static boolean writes(String method, String sql) {
        return (method.startsWith("execute") || method.equals("prepareStatement"))
                && sql.replaceAll("(?m)^\\s*--.*$", "")
                        .strip()
                        .toUpperCase(Locale.ROOT)
                        .matches("(?s)(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|RENAME)\\s.*");
    }
}
