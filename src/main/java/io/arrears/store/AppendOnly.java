package io.arrears.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** The trigger of the embedded database that refuses to change or delete a row; MySQL's is plain SQL. */
public final class AppendOnly implements Trigger {

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException(table + " is append-only", "45000");
    }
}
