package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The ledger is imported two hours after the first of the nights, and what is told of more than half a year later is rejected. */
class DemoNightsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "184", "366"})
    void nights_before_which_the_ledger_would_be_rejected_are_refused(String nights) {
        CommandLine line = Arrears.commandLine();
        line.parseArgs("demo", "--nights", nights);
        DemoCommand demo = line.getSubcommands().get("demo").getCommand();
        assertThatThrownBy(demo::call)
                .isInstanceOf(Refused.class)
                .hasMessage("--nights: expected 1 to 183, found " + nights);
    }
}
