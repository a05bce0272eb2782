package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What every command says of itself is read on a terminal of 80 columns. */
class HelpTest {

    private static Stream<CommandLine> commands() {
        return commands(Arrears.commandLine());
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::commands));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_line_is_wider(CommandLine command) {
        assertThat(command.getUsageMessage().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void a_text_flows_wherever_its_lines_end_in_the_source() {
        CommandLine run = Arrears.commandLine().getSubcommands().get("run");
        assertThat(run.getUsageMessage()).contains("""
                      --skip-missed       Leave out, for good, the days since the last night
                                            that have none, though the lender's calendar says
                                            they are due ('nights' in its file); the manifest
                                            and the report show it for ever.
                """);
        assertThat(Arrears.commandLine().getUsageMessage())
                .contains(
                        "nothing for one bureau, was\npublished; 4 more was rejected",
                        "a PEM file;\n                  without");
    }

    @Test
    void what_stands_apart_in_a_text_stays_apart() {
        assertThat(Paragraphs.joined("a", "b", "", "  c", "  d", "e", "f"))
                .containsExactly("a b", "", "  c", "  d", "e f");
    }
}
