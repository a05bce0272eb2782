package io.arrears.store.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of one file under {@code sql/query}: each begins with a line {@code -- name: NAME}.
 *
 * <p>Example: {@code Sql.of("runs").get("insert")} is the text below {@code -- name: insert} in {@code
 * sql/query/runs.sql}. What several statements share is a part ({@link SqlParts}).
 */
public final class Sql {

    private final String file;
    private final Map<String, String> statements = new LinkedHashMap<>();

    private Sql(SqlParts parts) {
        this.file = parts.file().name();
        for (String name : parts.file().statements().keySet()) {
            for (String scope : parts.scopes(name)) {
                statements.put(key(scope, name), parts.statement(name, scope));
            }
        }
        parts.refuseUnused();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalStateException with its name if a part that it uses is missing or a circle, or one of its own is unused
     */
    public static Sql of(String file) {
        return new Sql(new SqlParts(SqlFile.read(file), SqlFile::read));
    }

    static Sql of(SqlParts parts) {
        return new Sql(parts);
    }

    /** The statement of this name. */
    public String get(String name) {
        return get("", name);
    }

    /** The statement of this name as it reads the accounts of a scope; empty for a statement that does not ask for one. */
    public String get(String scope, String name) {
        String statement = statements.get(key(scope, name));
        if (statement == null) {
            throw new IllegalStateException("no statement " + key(scope, name) + " in sql/query/" + file + ".sql");
        }
        return statement;
    }

    private static String key(String scope, String name) {
        return scope.isEmpty() ? name : scope + ":" + name;
    }
}
