package io.arrears.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A file under {@code sql/query}, as written: its statements and its parts, without comments. */
record SqlFile(String name, Map<String, String> statements, Map<String, String> parts) {

    private static final String STATEMENT = "-- name: ";
    private static final String PART = "-- part: ";

    static SqlFile read(String name) {
        String resource = "/sql/query/" + name + ".sql";
        try (InputStream in = Sql.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " in this build");
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SqlFile of(String name, String text) {
        SqlFile file = new SqlFile(name, new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String section : text.split("(?m)^(?=" + STATEMENT + "|" + PART + ")", -1)) {
            if (section.startsWith(STATEMENT)) {
                file.add(file.statements, section);
            } else if (section.startsWith(PART)) {
                file.add(file.parts, section);
            }
        }
        return file;
    }

    private void add(Map<String, String> sections, String section) {
        String title = section.lines().findFirst().orElseThrow().substring(STATEMENT.length());
        String body = section.lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .strip();
        if (sections.put(title.strip(), body) != null) {
            throw new IllegalStateException("sql/query/" + name + ".sql: " + title.strip() + " stands twice");
        }
    }
}
