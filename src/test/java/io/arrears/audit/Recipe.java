package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The shell lines of docs/audit.md by which somebody without this program checks a published night. */
public final class Recipe {

    private static final Path PAGE = Path.of("docs", "audit.md");

    private Recipe() {}

    /** What the shell lines ended with, and all that they printed. */
    public record Ended(int exitCode, String text) {}

    /** Cuts them out of the page by the page's own line, and runs them; the test is skipped where openssl is missing. */
    public static Ended on(Path scratch, Path... arguments) throws IOException, InterruptedException {
        assumeTrue(ended(List.of("bash", "-c", "openssl version")).exitCode() == 0, "no openssl is installed");
        String cut = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("sed -n ") && line.endsWith(PAGE + " > check.sh"))
                .findFirst()
                .orElseThrow();
        Path script = scratch.resolve("check.sh");
        Ended written = ended(List.of("bash", "-c", cut.replace("> check.sh", "> " + script)));
        assertThat(written).isEqualTo(new Ended(0, ""));
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        Arrays.stream(arguments).map(Path::toString).forEach(command::add);
        return ended(command);
    }

    private static Ended ended(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }
}
