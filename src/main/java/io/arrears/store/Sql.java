package io.arrears.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The statements of one file under {@code sql/query}: each begins with a line {@code -- name: NAME}.
 *
 * <p>Example: {@code Sql.of("runs").get("insert")} is the text below {@code -- name: insert} in {@code
 * sql/query/runs.sql}.
 */
public final class Sql {

    private static final String MARK = "-- name: ";

    private final String purpose;
    private final Map<String, String> statements = new LinkedHashMap<>();

    private Sql(String purpose, String text) {
        this.purpose = purpose;
        for (String part : text.split("(?m)^(?=" + MARK + ")", -1)) {
            if (part.startsWith(MARK)) {
                int end = part.indexOf('\n');
                String name = part.substring(MARK.length(), end).strip();
                String body = part.substring(end)
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining("\n"))
                        .strip();
                statements.put(name, body);
            }
        }
    }

    public static Sql of(String purpose) {
        String resource = "/sql/query/" + purpose + ".sql";
        try (InputStream in = Sql.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " in this build");
            }
            return new Sql(purpose, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String get(String name) {
        String statement = statements.get(name);
        if (statement == null) {
            throw new IllegalStateException("no statement " + name + " in sql/query/" + purpose + ".sql");
        }
        return statement;
    }
}
