package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.bureau.pboc.answer.FeedbackHeader;
import io.arrears.bureau.pboc.file.Header.Field;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first line, position by position (pboc2.md 1.2 and 1.3, F0000301). */
class HeaderTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 4, 30, 21, 30, 5);
    private static final Header HEADER = new Header("210", "900000000000A7", TIME, 2);
    private static final String LINE = "A0502102.0.0  900000000000A72026043021300500000002";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IDENTIFIER    |  0 |  1
            HEADER_LENGTH |  1 |  4
            RECORD_TYPE   |  4 |  7
            VERSION       |  7 | 12
            TEMPLATE      | 12 | 14
            SEGMENT_CODE  | 14 | 28
            GENERATED_AT  | 28 | 42
            RESERVED      | 42 | 43
            RECORDS       | 43 | 50
            """)
    void a_field_stands_where_the_format_wants_it(Field field, int start, int end) {
        assertThat(field.start()).isEqualTo(start);
        assertThat(field.end()).isEqualTo(end);
    }

    @Test
    void the_fields_fill_the_line() {
        Field[] fields = Field.values();
        assertThat(fields).hasSize(9);
        assertThat(fields[fields.length - 1].end()).isEqualTo(Header.LENGTH);
    }

    @Test
    void what_is_written_is_read_back() {
        assertThat(HEADER.line()).isEqualTo(LINE).hasSize(Header.LENGTH);
        assertThat(Header.parse(LINE)).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            110 | '10'
            114 | '  '
            210 | '  '
            214 | '  '
            """)
    void only_basic_information_names_a_template(String recordType, String template) {
        String line = new Header(recordType, "900000000000A7", TIME, 1).line();
        assertThat(Field.TEMPLATE.in(line)).isEqualTo(template);
        assertThat(Header.parse(line).recordType()).isEqualTo(recordType);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0 | B              | positions 0-0 of the header: expected "A"
             1 | 051            | positions 1-3 of the header: expected "050"
             4 | 2A0            | positions 4-6 of the header: expected a record type of three digits
             7 | 2.0.1          | positions 7-11 of the header: expected "2.0.0"
            12 | 10             | positions 12-13 of the header: expected "  "
            14 | 900000000000a7 | positions 14-27 of the header: expected a segment code of 14 capital letters and digits
            28 | 20260431213005 | positions 28-41 of the header: expected a time yyyyMMddHHmmss from 1901 to 2099
            28 | 20260430240000 | positions 28-41 of the header: expected a time yyyyMMddHHmmss from 1901 to 2099
            28 | 21000101000000 | positions 28-41 of the header: expected a time yyyyMMddHHmmss from 1901 to 2099
            42 | 1              | positions 42-42 of the header: expected "0"
            43 | '      2'      | positions 43-49 of the header: expected seven digits
            43 | 0000000        | positions 43-49 of the header: expected a record count from 1 to 1000000
            43 | 1000001        | positions 43-49 of the header: expected a record count from 1 to 1000000
            """)
    void a_field_that_is_not_well_formed_is_named(int start, String found, String reason) {
        String line = LINE.substring(0, start) + found + LINE.substring(start + found.length());
        assertThatThrownBy(() -> Header.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_000})
    void a_file_has_one_to_a_million_records(int records) {
        Header header = new Header("210", "900000000000A7", TIME, records);
        assertThat(Header.parse(header.line())).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_001})
    void no_file_has_fewer_or_more(int records) {
        assertThatThrownBy(() -> new Header("210", "900000000000A7", TIME, records))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", LINE + " ", "A"})
    void a_line_of_another_length_is_no_header_and_is_not_quoted(String line) {
        assertThatThrownBy(() -> Header.parse(line))
                .hasMessage("the header has " + line.length() + " characters; expected exactly 50");
    }

    @Test
    void a_fraction_of_a_second_is_refused_since_it_would_be_cut_off() {
        assertThatThrownBy(() -> new Header("210", "900000000000A7", TIME.plusNanos(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_counts_of_an_answer_stand_at_58_and_65() {
        String line = new FeedbackHeader("N".repeat(30), 12, 3).line();
        assertThat(line).hasSize(72).isEqualTo(" ".repeat(9) + "N".repeat(30) + " ".repeat(19) + "0000012" + "0000003");
        assertThat(FeedbackHeader.parse(line)).isEqualTo(new FeedbackHeader("N".repeat(30), 12, 3));
        assertThat(FeedbackHeader.parse(
                        "A".repeat(9) + "N".repeat(30) + "A".repeat(19) + "00000120000003" + "what else"))
                .isEqualTo(new FeedbackHeader("N".repeat(30), 12, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            000001200000   | the header has 70 characters; expected at least 72
            000001200000 3 | positions 65-71 of the header: expected seven digits
            -0000120000003 | positions 58-64 of the header: expected seven digits
            10000000000001 | not counts of at most 1000000 records: 1000000 and 1
            """)
    void an_answer_without_its_counts_is_refused(String counts, String reason) {
        assertThatThrownBy(() -> FeedbackHeader.parse(" ".repeat(58) + counts)).hasMessage(reason);
    }
}
