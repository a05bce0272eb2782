package io.arrears.batch;

import io.arrears.cli.Arrears;
import io.arrears.store.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a JVM of its own, on this JVM's class path. */
final class Fork {

    private final Settings settings;
    private final List<String> options = new ArrayList<>();

    /** How a forked program ended, and all that it printed. */
    record Ended(int exitCode, List<String> output) {}

    Fork(Settings settings) {
        this.settings = settings;
    }

    Fork with(String... jvmOptions) {
        options.addAll(List.of(jvmOptions));
        return this;
    }

    Fork killedAt(KillSwitch.Position position) {
        return with("-Dkill.at=" + position);
    }

    /** Runs one command to its end. */
    Ended run(String... command) {
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
                "-Dkill.chunk=" + settings.chunk(),
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(options);
        line.add(Arrears.class.getName());
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        DatabaseSettings database = settings.database();
        builder.environment().keySet().removeIf(name -> name.startsWith("ARREARS_"));
        builder.environment()
                .putAll(Map.of(
                        "ARREARS_HOME", settings.home().root().toString(),
                        "ARREARS_JOBS", settings.jobs().toString(),
                        "ARREARS_DB_URL", database.url(),
                        "ARREARS_DB_USER", database.user(),
                        "ARREARS_DB_PASSWORD", database.password()));
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
