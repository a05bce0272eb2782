package io.arrears.batch;

import io.arrears.batch.Faults.Call;
import io.arrears.batch.Faults.How;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A database whose connections, statements and commits fail where {@link Faults} say so. */
final class FaultyPool {

    private final Faults faults;

    private FaultyPool(Faults faults) {
        this.faults = faults;
    }

    static DataSource on(DataSource pool, Faults faults) {
        FaultyPool faulty = new FaultyPool(faults);
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection") && faults.strikes(Call.CONNECTION, "getConnection")) {
                throw new SQLTransientConnectionException("Connection refused", "08001");
            }
            Object result = invoke(pool, method, arguments);
            return result instanceof Connection connection ? faulty.connection(connection) : result;
        });
    }

    private Connection connection(Connection real) {
        AtomicBoolean gone = new AtomicBoolean();
        StringBuilder last = new StringBuilder();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (gone.get()
                    && !name.equals("close")
                    && !name.equals("isClosed")
                    && method.getDeclaringClass() != Object.class) {
                throw gone();
            }
            if (name.equals("commit") && faults.strikes(Call.COMMIT, last.toString())) {
                fail(real, gone);
            }
            Object result = invoke(real, method, arguments);
            if (!(result instanceof Statement statement) || name.equals("unwrap")) {
                return result;
            }
            String prepared = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : "";
            return statement(method.getReturnType().asSubclass(Statement.class), statement, real, gone, last, prepared);
        });
    }

    private void fail(Connection real, AtomicBoolean gone) throws SQLException {
        switch (faults.how()) {
            case REFUSED -> real.rollback();
            case LOST -> real.commit();
            case LEFT_OPEN -> throw new SQLException("the commit is refused", "HY000");
        }
        gone.set(true);
        throw gone();
    }

    private Statement statement(
            Class<? extends Statement> type,
            Statement statement,
            Connection real,
            AtomicBoolean gone,
            StringBuilder last,
            String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            if (gone.get() && !method.getName().equals("close") && method.getDeclaringClass() != Object.class) {
                throw gone();
            }
            if (method.getName().startsWith("execute")) {
                String sql = arguments == null || arguments.length == 0 ? prepared : String.valueOf(arguments[0]);
                last.setLength(0);
                last.append(sql);
                if (faults.strikes(Call.STATEMENT, sql)) {
                    if (faults.how() == How.LOST) {
                        if (!real.getAutoCommit()) {
                            real.rollback();
                        }
                        gone.set(true);
                        throw gone();
                    }
                    throw new SQLException("the statement is refused", "HY000");
                }
            }
            return invoke(statement, method, arguments);
        });
    }

    private static SQLException gone() {
        return new SQLNonTransientConnectionException("Communications link failure", "08007");
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultyPool.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
