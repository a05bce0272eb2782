package io.arrears.bureau.pboc.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table from answer codes to rules (pboc2-records.md, Feedback). */
class FeedbackCodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ABD000 | S0000101
            ABE002 | I0000301 I0001301
            BBR000 | R1100101 R1100102
            BLE019 | I2100H09
            BLR027 | R2101212
            BTE300 | R5141101
            BPR000 | R1401202 R5100101
            ABF011 | ABF011
            ABR006 | ABR006
            ABF000 | ''
            BLE021 | ''
            """)
    void a_code_stands_for_its_rules(String code, String rules) {
        assertThat(String.join(" ", FeedbackCodes.rules(code))).isEqualTo(rules);
    }

    @Test
    void every_row_of_the_table_is_well_formed() {
        assertThat(FeedbackCodes.all()).hasSize(225).allSatisfy((code, rules) -> {
            assertThat(code).matches("[AB][A-Z]{2}[0-9]{3}");
            assertThat(rules).allMatch(rule -> rule.equals(code) || rule.matches("[FIRS][0-9]{4}[0-9A-K][0-9]{2}"));
        });
    }
}
