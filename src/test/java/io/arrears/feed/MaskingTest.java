package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Anna Schmidt,        A… (12)
            王小明,              王… (3)
            😀😀😀,              😀… (3)
            王,                  … (1)
            Bo,                  … (2)
            '',                  ''
            """)
    void a_personal_value_shows_its_first_character_and_length(String value, String shown) {
        assertThat(Masking.show(Column.text("name", 9).masked(), value)).isEqualTo(shown);
    }

    @Test
    void other_values_are_cut_and_their_control_characters_escaped() {
        Column column = Column.text("product", 9);
        assertThat(Masking.show(column, "salary")).isEqualTo("salary");
        assertThat(Masking.show(column, "a\u001b[31m\r\n\u202eb")).isEqualTo("a\\u001b[31m\\u000d\\u000a\\u202eb");
        assertThat(Masking.show(column, "x".repeat(41))).isEqualTo("x".repeat(40) + "…");
    }
}
