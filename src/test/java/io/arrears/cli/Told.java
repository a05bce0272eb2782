package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.batch.Fork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one command ended with, and all that it printed to both streams. */
record Told(int exitCode, String text) {

    /** Types the commands into one process, and takes their answers apart. */
    static Map<String, Told> by(Fork fork, List<String> commands) {
        Map<String, Told> told = new LinkedHashMap<>();
        List<String> text = new ArrayList<>();
        String command = "";
        Fork.Ended ended = fork.of(Typist.class).run(commands.toArray(String[]::new));
        for (String line : ended.output()) {
            if (line.startsWith(Typist.BEGIN)) {
                command = line.substring(Typist.BEGIN.length());
                text.clear();
            } else if (line.startsWith(Typist.END)) {
                int code = Integer.parseInt(line.substring(Typist.END.length()));
                told.put(command, new Told(code, String.join("\n", text)));
            } else {
                text.add(line);
            }
        }
        assertThat(told.keySet()).as("%s", ended.output()).containsExactlyElementsOf(commands);
        return told;
    }

    /** This exit code, this message, and nothing that only a programmer reads. */
    void require(int code, String message) {
        assertThat(text).contains(message);
        assertThat(exitCode).as(text).isEqualTo(code);
        assertThat(text)
                .doesNotContain("\tat ", "Exception", "io.arrears", "org.springframework", "fault of the program")
                .doesNotContain(" ERROR ", " WARN ");
    }
}
