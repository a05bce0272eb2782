package io.arrears.batch;

import io.arrears.cli.Arrears;
import io.arrears.night.Settings;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program in a JVM of its own, on this JVM's class path. */
public final class Fork {

    private final Settings settings;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Class<?> program = Arrears.class;

    /** How a forked program ended, and all that it printed. */
    public record Ended(int exitCode, List<String> output) {}

    public Fork(Settings settings) {
        this.settings = settings;
        DatabaseSettings database = Databases.onThisHost(settings.database());
        environment.put("ARREARS_HOME", settings.home().root().toString());
        environment.put("ARREARS_JOBS", settings.jobs().toString());
        environment.put("ARREARS_DB_URL", database.url());
        environment.put("ARREARS_DB_USER", database.user());
        environment.put("ARREARS_DB_PASSWORD", database.password());
    }

    /** Runs another main class. */
    public Fork of(Class<?> main) {
        program = main;
        return this;
    }

    public Fork set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Fork with(String... jvmOptions) {
        options.addAll(List.of(jvmOptions));
        return this;
    }

    Fork killedAt(KillSwitch.Position position) {
        return with("-Dkill.at=" + position);
    }

    /** Runs one command to its end. */
    public Ended run(String... command) {
        Process process = start(command);
        try (BufferedReader output = output(process)) {
            List<String> lines = output.lines().toList();
            return new Ended(process.waitFor(), lines);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts one command; its output and errors come as one stream. */
    Process start(String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dlogging.config=" + Path.of("src/main/resources/logback.xml"), // as users have it
                "-Dkill.chunk=" + settings.chunk(),
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(options);
        line.add(program.getName());
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ARREARS_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
