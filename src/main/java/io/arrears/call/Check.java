package io.arrears.call;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Visible;
import io.arrears.ladder.law.Channel;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command {@code worklist check}, which the launcher starts without the rest of the program: it is asked before each call. */
public final class Check {

    /** Its options; each has a value. */
    public static final List<String> OPTIONS =
            List.of("--lender", "--party", "--channel", "--at", "--attempts", "--night");

    private static final List<String> REQUIRED = OPTIONS.subList(0, 4);
    private static final String ACCOUNT = "ACCOUNT";

    private Check() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, System.getenv(), out, err).code());
    }

    static ExitCode run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Answer answer = answer(typed(args), environment);
            answer.lines().forEach(line -> out.println(Visible.of(line)));
            return code(answer);
        } catch (Refused e) {
            err.println("arrears: " + Visible.of(e.getMessage()));
            return e.exitCode();
        }
    }

    /** The answer to what was typed, by the names of the options and {@code ACCOUNT}. */
    public static Answer answer(Map<String, String> typed, Map<String, String> environment) {
        Question question = question(typed);
        String home = environment.getOrDefault("ARREARS_HOME", "");
        Path root = path("ARREARS_HOME", home.isBlank() ? "arrears-data" : home);
        return new AtTheCall(root.resolve("out").resolve(question.lender())).answer(question);
    }

    public static ExitCode code(Answer answer) {
        return answer instanceof Answer.May ? ExitCode.DONE : ExitCode.DIFFERENCE;
    }

    private static Map<String, String> typed(String[] args) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            String name = args[i];
            int equals = name.startsWith("--") ? name.indexOf('=') : -1;
            String value = equals < 0 ? null : name.substring(equals + 1);
            name = equals < 0 ? name : name.substring(0, equals);
            if (!name.startsWith("-")) {
                value = name;
                name = ACCOUNT;
            } else if (!OPTIONS.contains(name)) {
                throw wrong("unknown option " + name);
            } else if (value == null) {
                value = i + 1 < args.length ? args[++i] : null;
            }
            if (value == null) {
                throw wrong(name + " has no value");
            }
            if (typed.put(name, value) != null) {
                throw wrong(name + " stands there twice");
            }
        }
        return typed;
    }

    private static Question question(Map<String, String> typed) {
        for (String name : REQUIRED) {
            required(typed, name);
        }
        String lender = required(typed, "--lender");
        if (!lender.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw wrong("--lender: expected a lender such as harbour");
        }
        String attempts = typed.get("--attempts");
        return new Question(
                lender,
                required(typed, ACCOUNT),
                required(typed, "--party"),
                channel(required(typed, "--channel")),
                instant(required(typed, "--at")),
                attempts == null ? null : path("--attempts", attempts),
                typed.get("--night"));
    }

    private static String required(Map<String, String> typed, String name) {
        @Nullable String value = typed.get(name);
        if (value == null || value.isBlank()) {
            throw wrong(name + " is missing");
        }
        return value;
    }

    private static Channel channel(String word) {
        return Channel.of(word)
                .orElseThrow(() -> wrong("--channel: expected one of " + List.of(Channel.values()) + ", not " + word));
    }

    private static OffsetDateTime instant(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong("--at: expected an instant such as 2026-11-21T02:00:00Z, found '" + text + "'");
        }
    }

    private static Path path(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw wrong(name + ": is no path");
        }
    }

    private static Refused wrong(String why) {
        return new Refused(ExitCode.USAGE, why + "; 'arrears worklist check --help' tells how it is typed");
    }
}
