package io.arrears.store.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the statements of one file share: a part begins with a line {@code -- part: NAME}, and statements and parts put it in as {@code
 * {NAME}}, that of another file as {@code {file.NAME}}. Its {@code ?} come where it stands; its comment says which.
 *
 * <p>{@code {scope.NAME}} is the part of that name of the scope that reads: of {@code sql/query/scope-all.sql}, {@code
 * scope-touched.sql}, {@code scope-accepted.sql} or {@code scope-overdue.sql}.
 */
final class SqlParts {

    /** The scopes that a scan may have, as a scan names them. */
    static final List<String> SCOPES = List.of("all", "touched", "accepted", "overdue");

    private static final String SCOPE = "scope.";
    private static final Pattern USE = Pattern.compile("\\{([a-z_.-]+)}");

    private final SqlFile file;
    private final Function<String, SqlFile> files;
    private final Map<String, SqlFile> read = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    SqlParts(SqlFile file, Function<String, SqlFile> files) {
        this.file = file;
        this.files = files;
        read.put(file.name(), file);
    }

    SqlFile file() {
        return file;
    }

    /** Every part that was put in, as {@code file.NAME}. */
    Set<String> used() {
        return used;
    }

    /** Those in which the statement is read; the empty one where it asks for none. */
    List<String> scopes(String statement) {
        boolean isScoped = file.statements().getOrDefault(statement, "").contains("{" + SCOPE);
        return isScoped ? SCOPES : List.of("");
    }

    String statement(String name, String scope) {
        return whole(file, file.statements().getOrDefault(name, ""), scope, new ArrayDeque<>());
    }

    private String whole(SqlFile in, String text, String scope, Deque<String> within) {
        Matcher use = USE.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (use.find()) {
            use.appendReplacement(whole, Matcher.quoteReplacement(part(in, use.group(1), scope, within)));
        }
        return use.appendTail(whole).toString();
    }

    private String part(SqlFile in, String name, String scope, Deque<String> within) {
        int dot = name.indexOf('.');
        String of = name.startsWith(SCOPE) ? "scope-" + scope : dot < 0 ? in.name() : name.substring(0, dot);
        SqlFile home = read.computeIfAbsent(of, files);
        String key = of + "." + name.substring(dot + 1);
        String text = home.parts().get(name.substring(dot + 1));
        if (text == null) {
            throw refused(in, "no part {" + name + "}");
        }
        if (within.contains(key)) {
            throw refused(in, "a circle of parts: {" + name + "} is used within itself");
        }
        used.add(key);
        within.push(key);
        String whole = whole(home, text, scope, within);
        within.pop();
        return whole;
    }

    /** A file of parts alone is for other files, so only who reads them all can tell. */
    void refuseUnused() {
        for (String name : file.parts().keySet()) {
            if (!file.statements().isEmpty() && !used.contains(file.name() + "." + name)) {
                throw refused(file, "no statement of this file uses its part {" + name + "}");
            }
        }
    }

    private static IllegalStateException refused(SqlFile in, String why) {
        return new IllegalStateException("sql/query/" + in.name() + ".sql: " + why);
    }
}
