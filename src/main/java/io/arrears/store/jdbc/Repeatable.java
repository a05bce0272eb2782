package io.arrears.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets a script that makes tables be run again after it was cut at any of its statements: what a statement makes and is there, or
 * drops and is gone, was done before the cut. Both databases do such a statement whole or not at all, and cannot take it back.
 */
public final class Repeatable extends DelegatingDataSource {

    /** MySQL's and H2's codes for a table, column, key, index, trigger, constraint or sequence that is there already. */
    private static final Set<Integer> THERE =
            Set.of(1050, 1060, 1061, 1068, 1359, 1826, 3822, 42101, 42121, 42111, 90041, 90045, 90017, 90035);

    /** Of the same that are not there; MySQL tells of a column or index that cannot be dropped. */
    private static final Set<Integer> GONE =
            Set.of(1051, 1091, 1360, 42102, 42103, 42104, 42122, 42112, 90042, 90057, 90036);

    /** A row of these values is there. */
    private static final Set<Integer> ROW = Set.of(1062, 23505);

    private final Consumer<String> repeated;

    /** @param repeated is told each statement that had been done before */
    Repeatable(DataSource pool, Consumer<String> repeated) {
        super(pool);
        this.repeated = repeated;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? statement(statement)
                    : result;
        });
    }

    private Statement statement(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            try {
                return invoke(statement, method, arguments);
            } catch (SQLException e) {
                if (!method.getName().equals("execute") || !wasDone((String) arguments[0], e.getErrorCode())) {
                    throw e;
                }
                repeated.accept((String) arguments[0]);
                return false;
            }
        });
    }

    /** Whether that is what the error says of this statement. */
    public static boolean wasDone(String sql, int code) {
        String words = sql.replaceAll("(?m)^\\s*--.*$", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
        if (words.startsWith("DROP ") || words.matches("ALTER TABLE \\S+ DROP .*")) {
            return GONE.contains(code);
        }
        return words.startsWith("INSERT ")
                ? words.contains(" VALUES ") && ROW.contains(code)
                : (words.startsWith("CREATE ") || words.startsWith("ALTER TABLE ")) && THERE.contains(code);
    }

    /** A call and what becomes of it. */
    private interface Call {
        @Nullable
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Repeatable.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
