package io.arrears.store;

import io.arrears.store.jdbc.Database;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The users of sql/grants.sql on a MySQL database of a test's own. */
public record Grants(DatabaseSettings owner) {

    /** Makes the tables as the owner, and the users with their grants. */
    public static Grants on(DatabaseSettings owner) {
        Grants grants = new Grants(owner);
        try (var pool = Database.open(owner, 2)) {
            grants.give(new JdbcTemplate(pool));
        }
        return grants;
    }

    public DatabaseSettings batch() {
        return as("batch");
    }

    public DatabaseSettings auditor() {
        return as("audit");
    }

    DatabaseSettings as(String user) {
        return new DatabaseSettings(owner.url(), user + "_" + schema(), owner.password());
    }

    String schema() {
        return owner.url().replaceAll(".*/([^/?]+)\\?.*", "$1");
    }

    private void give(JdbcTemplate jdbc) {
        for (DatabaseSettings user : List.of(batch(), auditor())) {
            jdbc.execute("CREATE USER '" + user.user() + "'@'%' IDENTIFIED BY '" + user.password() + "'");
        }
        String grants = text().replaceAll("(?m)^--.*$", "")
                .replace(" arrears.", " " + schema() + ".")
                .replaceAll("'arrears_(batch|audit)'", "'$1_" + schema() + "'");
        for (String statement : grants.split(";", -1)) {
            if (!statement.isBlank()) {
                jdbc.execute(statement);
            }
        }
    }

    private static String text() {
        try {
            return Files.readString(Path.of("sql", "grants.sql"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
