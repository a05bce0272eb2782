package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is typed before the name of a command's subcommand would be lost: it is refused, of every command that has some. */
class TypedBeforeTest {

    /** Each argument of each command above another, and the first of these others. */
    static Stream<Arguments> outerArguments() {
        return TypedValuesTest.commands(Arrears.commandLine())
                .filter(command -> !command.getSubcommands().isEmpty())
                .flatMap(command -> command.getCommandSpec().args().stream()
                        .filter(arg ->
                                !(arg instanceof OptionSpec option) || (!option.usageHelp() && !option.versionHelp()))
                        .map(arg -> Arguments.of(
                                command.getCommandSpec().qualifiedName(),
                                command.getSubcommands().keySet().iterator().next(),
                                arg)));
    }

    @ParameterizedTest(name = "{0} … {1}")
    @MethodSource("outerArguments")
    void it_is_refused_with_its_name_and_where_it_belongs(String outer, String inner, ArgSpec arg) {
        String named = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
        assertThat(told(typed(outer, arg, inner)))
                .isEqualTo("2 arrears: " + named + " stands before '" + inner + "', which does not see it; type '"
                        + inner + "' first; '" + outer + " --help' tells how it is typed\n");
    }

    @Test
    void the_two_commands_with_arguments_of_their_own_are_held_by_this_table() {
        assertThat(outerArguments().map(arguments -> arguments.get()[0]).distinct())
                .containsExactly("arrears import", "arrears bureau");
    }

    @Test
    void help_may_stand_anywhere() {
        assertThat(told(List.of("bureau", "--help", "release"))).startsWith("0 ");
        assertThat(told(List.of("--version"))).startsWith("0 ");
    }

    private static List<String> typed(String outer, ArgSpec arg, String inner) {
        List<String> words = new ArrayList<>(List.of(outer.split(" ", -1)));
        words.remove(0);
        if (arg instanceof OptionSpec option) {
            words.add(option.longestName());
        }
        if (arg.arity().max() > 0) {
            words.add("1");
        }
        words.add(inner);
        words.addAll(
                inner.equals("discard")
                        ? List.of("I1:entries:7", "--by", "ann", "--by", "bob", "--reason", "sent twice")
                        : List.of("pboc", "a.txt", "--by", "ann", "--by", "bob"));
        return words;
    }

    private static String told(List<String> words) {
        StringWriter err = new StringWriter();
        CommandLine program = Arrears.commandLine().setErr(new PrintWriter(err));
        program.setOut(new PrintWriter(new StringWriter()));
        program.getSubcommands().values().forEach(command -> command.setErr(new PrintWriter(err)));
        int code = program.execute(words.toArray(String[]::new));
        return code + " " + err.toString().replace(System.lineSeparator(), "\n");
    }
}
