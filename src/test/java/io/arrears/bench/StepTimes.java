package io.arrears.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the steps of the last job took, from the times that Spring Batch keeps. */
final class StepTimes {

    private static final String LAST_JOB = """
            SELECT STEP_NAME, TIMESTAMPDIFF(MICROSECOND, START_TIME, END_TIME) / 1e6 AS seconds
            FROM BATCH_STEP_EXECUTION
            WHERE JOB_EXECUTION_ID = (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION) AND STATUS = 'COMPLETED'
            ORDER BY STEP_EXECUTION_ID
            """;

    private StepTimes() {}

    static void ofNight(Connection connection) throws SQLException {
        Map<String, Double> steps = steps(connection);
        Bench.print("assess", steps.get("assess"));
        Bench.print("scope+assess", steps.get("scope") + steps.get("assess"));
        Bench.print("list", steps.get("list"));
        Bench.print("assess+list", steps.get("assess") + steps.get("list"));
        Bench.print("reconcile", steps.get("reconcile"));
        Bench.print("report", steps.get("report"));
        Bench.print("publish", steps.get("publish"));
        Bench.print("furnish", steps.get("furnish"));
        Bench.print("worklist", steps.get("worklist"));
        Bench.print("submit", steps.get("submit"));
    }

    /** The loading pass is everything after the validation. */
    static void ofImport(Connection connection) throws SQLException {
        Map<String, Double> steps = steps(connection);
        double all = steps.values().stream().mapToDouble(Double::doubleValue).sum();
        Bench.print("validate", steps.get("validate"));
        Bench.print("load", all - steps.get("validate"));
        Bench.print("import", all);
    }

    private static Map<String, Double> steps(Connection connection) throws SQLException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LAST_JOB)) {
            while (rows.next()) {
                seconds.put(rows.getString(1), rows.getDouble(2));
            }
        }
        return seconds;
    }
}
