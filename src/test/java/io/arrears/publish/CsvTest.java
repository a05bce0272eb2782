package io.arrears.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of a list for people is a formula, and what programs read is written as it is. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+A1",
                "-A1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\u3000=1",
                "\ufeff=1",
                "＝1+1",
                "＋1",
                "'=1",
                "''-x",
                "-5.00-3",
                "=cmd|' /C calc'!A0"
            })
    void what_a_spreadsheet_would_reckon_stands_behind_an_apostrophe_and_is_read_back(String value) {
        assertThat(Csv.cell(value)).isEqualTo("'" + value);
        assertThat(Csv.value(Csv.cell(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A1", "-5.00", "+3", "-0", "2026-11-20", "'", "'tis", "— none", "M1 1-30", "王"})
    void all_else_stands_as_it_is(String value) {
        assertThat(Csv.cell(value)).isEqualTo(value);
        assertThat(Csv.value(value)).isEqualTo(value);
    }

    @Test
    void a_list_is_for_people_and_a_line_for_programs() {
        List<String> values = List.of("-A1", "-5.00", "=1,2");
        assertThat(Csv.list(values)).isEqualTo("'-A1,-5.00,\"'=1,2\"\r\n");
        assertThat(Csv.line(values)).isEqualTo("-A1,-5.00,\"=1,2\"\r\n");
        assertThat(ReviewCsv.line("@A1", new Review(ReviewCode.UNKNOWN_REJECT, "+x", "=y"), List.of()))
                .startsWith("'@A1,")
                .contains(",'+x,")
                .endsWith(",'=y\r\n");
        assertThat(FurnishCsv.EXCLUDED.line("=A", "pboc", "scope", "-x", "@y")).isEqualTo("'=A,pboc,scope,'-x,'@y\r\n");
    }
}
