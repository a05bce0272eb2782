package io.arrears.batch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/** A database whose commits somebody watches: each commit of a transaction that wrote, and each write outside of one. */
final class CommitWatch {

    /** Told on the thread that commits, just before and just after; {@code sql} is the last statement committed. */
    interface Watcher {
        void before(String sql);

        void after(String sql);
    }

    private final Watcher watcher;

    private CommitWatch(Watcher watcher) {
        this.watcher = watcher;
    }

    static DataSource on(DataSource pool, Watcher watcher) {
        CommitWatch watch = new CommitWatch(watcher);
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(pool, method, arguments);
            return result instanceof Connection connection ? watch.connection(connection) : result;
        });
    }

    private Connection connection(Connection real) {
        StringBuilder written = new StringBuilder();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit") && !written.isEmpty()) {
                String sql = written.toString();
                watcher.before(sql);
                Object result = invoke(real, method, arguments);
                written.setLength(0);
                watcher.after(sql);
                return result;
            }
            if (method.getName().equals("rollback")) {
                written.setLength(0);
            }
            Object result = invoke(real, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, real, written, arguments[0]);
            }
            return result instanceof Statement statement
                    ? statement(Statement.class, statement, real, written, "")
                    : result;
        });
    }

    private <T extends Statement> T statement(
            Class<T> type, T real, Connection connection, StringBuilder written, Object prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            if (!isWrite(method)) {
                return invoke(real, method, arguments);
            }
            String sql = arguments == null || arguments.length == 0 ? prepared.toString() : arguments[0].toString();
            if (!connection.getAutoCommit()) {
                written.setLength(0);
                written.append(sql);
                return invoke(real, method, arguments);
            }
            watcher.before(sql);
            Object result = invoke(real, method, arguments);
            watcher.after(sql);
            return result;
        });
    }

    private static boolean isWrite(Method method) {
        String name = method.getName().toLowerCase(Locale.ROOT);
        return name.startsWith("execute") && !name.equals("executequery");
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException sql ? sql : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CommitWatch.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
