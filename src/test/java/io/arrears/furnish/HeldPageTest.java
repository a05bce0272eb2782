package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what holds a record behind the gates of a bureau's file, in docs/submissions.md. */
class HeldPageTest {

    @Test
    void every_gate_of_ours_stands_on_the_page_with_the_commands_that_move_a_record_on() throws IOException {
        List<String> rows = Files.readString(Path.of("docs", "submissions.md"))
                .split("\n## A record that waits\n", -1)[1]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> names = rows.stream().map(row -> row.split("`", 3)[1]).toList();
        assertThat(names)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(Gate.UNDERWAY.written()),
                                Arrays.stream(LastGate.values()).map(LastGate::written))
                        .toList());
        for (LastGate gate : LastGate.values()) {
            String row = rows.get(names.indexOf(gate.written()));
            if (gate != LastGate.ORDER) {
                assertThat(gate.turn().command().split("; ")).allMatch(command -> row.contains("`" + command + "`"));
            }
        }
    }
}
