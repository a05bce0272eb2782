package io.arrears.bench;

import io.arrears.store.jdbc.Database;
import io.arrears.store.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The parts of {@code bench/run} that speak to the database; each prints seconds to the standard output. */
public final class Bench {

    static final String LENDER = "bench";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "read" -> print("bare-read", BareRead.seconds(connect(), Path.of(args[1]), Path.of(args[2])));
            case "standings" ->
                print("bare-standings", BareRead.standings(connect(), Path.of(args[1]), Path.of(args[2])));
            case "insert" -> print("bare-insert", BareInsert.seconds(connect(), empty(args[1]), args[1]));
            case "night" -> StepTimes.ofNight(connect());
            case "import" -> StepTimes.ofImport(connect());
            case "forget" -> forget();
            case "report" -> Report.print(Path.of(args[1]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static void print(String name, double seconds) {
        System.out.printf(java.util.Locale.ROOT, "%s %.2f%n", name, seconds);
    }

    /** A connection with the properties that the program's own have. */
    static Connection connect() throws SQLException {
        return connect(setting("ARREARS_DB_URL"));
    }

    private static Connection connect(String url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", setting("ARREARS_DB_USER"));
        properties.setProperty("password", setting("ARREARS_DB_PASSWORD"));
        properties.setProperty("rewriteBatchedStatements", "true");
        properties.setProperty("netTimeoutForStreamingResults", "86400");
        return DriverManager.getConnection(url, properties);
    }

    /** A connection to a new schema of this name on the same server, with the program's tables, all empty. */
    private static Connection empty(String schema) throws SQLException {
        try (Connection server = connect();
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute("CREATE DATABASE " + schema);
        }
        String url = setting("ARREARS_DB_URL").replaceFirst("(//[^/]+/)[^?]+", "$1" + schema);
        Database.open(new DatabaseSettings(url, setting("ARREARS_DB_USER"), setting("ARREARS_DB_PASSWORD")), 2)
                .close();
        return connect(url);
    }

    /** Takes every night back, so that the next one is a first night again. */
    private static void forget() throws SQLException {
        String[] tables = {
            "standing",
            "arrear",
            "review",
            "standing_history",
            "furnished",
            "submission",
            "submission_state",
            "pending",
            "runs",
            "night_accounts",
            "night_overdue",
            "checkpoint",
            "audit_event",
            "BATCH_STEP_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_STEP_EXECUTION",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_INSTANCE"
        };
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            for (String table : tables) {
                statement.execute("TRUNCATE TABLE " + table);
            }
        }
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set; bench/run sets it");
        }
        return value;
    }
}
