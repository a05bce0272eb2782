package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks what became of a record gets the answer of the decision that it is. */
class DecisionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Meaning MEANING =
            new Meaning(Meaning.Subject.ACCOUNT, Meaning.Act.REPORT, Meaning.Moment.MONTH_END, DAY, false, false, null);
    private static final GateResult STOP = new GateResult("review", false, "why", "what");

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(new Decision.Report("210", "30", DAY, "line", Map.of(), MEANING, null), "report 30"),
                Arguments.of(new Decision.Hold("210", "31", DAY, MEANING, STOP), "hold 31"),
                Arguments.of(new Decision.Exclusion("210", DAY, STOP), "exclusion review"),
                Arguments.of(new Decision.Rejection("210", "33", DAY, MEANING, List.of()), "rejection 33"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void each_answers_for_itself(Decision decision, String answer) {
        assertThat(decision.<String>match(
                        report -> "report " + report.code(),
                        hold -> "hold " + hold.code(),
                        exclusion -> "exclusion " + exclusion.stop().gate(),
                        rejection -> "rejection " + rejection.code()))
                .isEqualTo(answer);
    }
}
