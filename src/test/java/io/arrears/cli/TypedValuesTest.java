package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** What each argument of each command says of a value that is none of its kind. */
class TypedValuesTest {

    private static final Set<Class<?>> WHOLE = Set.of(long.class, Long.class, int.class, Integer.class);

    static Stream<Arguments> paths() {
        return arguments(Path.class::equals);
    }

    static Stream<Arguments> wholeNumbers() {
        return arguments(WHOLE::contains);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("paths")
    void an_empty_path_is_refused_by_the_argument_s_name(String command, ArgSpec arg) {
        refuses(command, arg, "", "expected a file or a folder, found an empty name");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wholeNumbers")
    void what_is_no_whole_number_is_refused_by_the_argument_s_name(String command, ArgSpec arg) {
        refuses(command, arg, "abc", "expected a whole number such as 7, found 'abc'");
    }

    @Test
    void every_command_that_takes_a_path_is_held_by_these_tables() {
        Set<String> commands = new TreeSet<>();
        paths().forEach(arguments -> commands.add(String.valueOf(arguments.get()[0])));
        assertThat(commands)
                .containsExactly(
                        "arrears audit verify",
                        "arrears bureau answer",
                        "arrears bureau baseline",
                        "arrears evidence",
                        "arrears feeds",
                        "arrears generate",
                        "arrears import",
                        "arrears verify",
                        "arrears worklist export");
    }

    private static void refuses(String command, ArgSpec arg, String value, String message) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")).subList(1, command.split(" ").length));
        if (arg instanceof OptionSpec option) {
            words.add(option.longestName());
        } else if (arg instanceof PositionalParamSpec positional) {
            for (int i = 0; i < positional.index().min(); i++) {
                words.add("x");
            }
        }
        words.add(value);
        assertThatThrownBy(() -> Arrears.commandLine().parseArgs(words.toArray(String[]::new)))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel())
                .hasMessageContaining(message);
    }

    private static Stream<Arguments> arguments(java.util.function.Predicate<Class<?>> type) {
        return commands(Arrears.commandLine()).flatMap(command -> command.getCommandSpec().args().stream()
                .filter(arg -> type.test(arg.type()) || type.test(arg.auxiliaryTypes()[0]))
                .map(arg -> Arguments.of(command.getCommandSpec().qualifiedName(), arg)));
    }

    /** The command and all below it. */
    static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(TypedValuesTest::commands));
    }
}
