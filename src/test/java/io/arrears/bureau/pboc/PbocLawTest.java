package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Gate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which clause each gate stands for. */
class PbocLawTest {

    @ParameterizedTest
    @EnumSource(Gate.class)
    void every_gate_has_its_clause(Gate gate) {
        assertThat(PbocLaw.CHINA.clauses().get(gate)).isNotBlank();
    }
}
