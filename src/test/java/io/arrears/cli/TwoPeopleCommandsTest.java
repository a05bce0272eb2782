package io.arrears.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every command that two people give refuses one person twice, however the names are written, before it opens a database. */
class TwoPeopleCommandsTest {

    /** Each such command, and how it is typed up to its people. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            entry("arrears run", "run --lender harbour --as-of 2026-11-02 --accept R3 --reason checked"),
            entry("arrears withdraw", "withdraw 7 --reason mistaken"),
            entry("arrears import discard", "import discard I1:entries:7 --reason mistaken"),
            entry("arrears erase contact", "erase contact K1 --lender harbour --reason asked"),
            entry("arrears review accept", "review accept LN17 BEFORE_OPENING E1 --reason checked"),
            entry("arrears audit keygen", "audit keygen --rotate --reason moved"),
            entry("arrears bureau release", "bureau release pboc a.txt"),
            entry("arrears bureau void", "bureau void pboc a.txt --reason lost"),
            entry("arrears bureau give-up", "bureau give-up pboc a.txt:3 --as told --reason lost"),
            entry("arrears bureau answer", "bureau answer pboc a.txt --replace --reason theirs"),
            entry("arrears bureau baseline", "bureau baseline pboc a.csv --lender harbour --mend --reason closed"));

    static Stream<String> typed() {
        return COMMANDS.values().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("typed")
    void one_person_is_not_two(String command) {
        assertThat(told(command, "ann", "ann")).startsWith("2 arrears: 'ann' and 'ann' are one person");
        assertThat(told(command, "ann", "Ann ")).startsWith("2 arrears: 'ann' and 'Ann' are one person");
        assertThat(told(command, "ann", "bob", "ann")).contains("two different people are needed", "found 3 of --by");
    }

    @Test
    void every_command_that_takes_more_than_one_name_is_in_the_table() {
        Set<String> named = TypedValuesTest.commands(Arrears.commandLine())
                .filter(command -> takesPeople(command))
                .map(command -> command.getCommandSpec().qualifiedName())
                .collect(Collectors.toSet());
        assertThat(COMMANDS.keySet()).isEqualTo(named);
    }

    private static boolean takesPeople(CommandLine command) {
        OptionSpec by = command.getCommandSpec().findOption(Asking.BY);
        return by != null && by.isMultiValue();
    }

    private static String told(String command, String... people) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        for (String name : people) {
            words.addAll(List.of(Asking.BY, name));
        }
        StringWriter err = new StringWriter();
        CommandLine program = Arrears.commandLine().setErr(new PrintWriter(err));
        program.setOut(new PrintWriter(new StringWriter()));
        int code = program.execute(words.toArray(String[]::new));
        return code + " " + err;
    }
}
