package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files, position by position (pboc2.md 1.1, F0000201). */
class FileNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 30);

    @Test
    void a_name_has_30_characters_in_six_fields() {
        FileName name = FileName.of("900000000000A7", DAY, "210", 7);
        assertThat(name.text())
                .hasSize(FileName.LENGTH)
                .isEqualTo("900000000000A7" + "20260430" + "210" + "0" + "007" + "0");
        assertThat(name.file()).isEqualTo(name.text() + ".txt");
        assertThat(name.flag()).isEqualTo(FeedbackFlag.SUBMISSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".txt", ".txt.zip"})
    void a_name_is_read_with_and_without_its_ending(String ending) {
        FileName name = FileName.of("900000000000A7", DAY, "210", 7);
        assertThat(FileName.parse(name.text() + ending)).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(FeedbackFlag.class)
    void an_answer_has_the_first_29_characters_of_its_submission(FeedbackFlag flag) {
        FileName name = FileName.of("900000000000A7", DAY, "210", 7);
        FileName answer = name.feedback(flag);
        assertThat(answer.text()).isEqualTo(name.text().substring(0, 29) + flag.code());
        assertThat(FileName.parse(answer.text())).isEqualTo(answer);
        assertThat(answer.feedback(FeedbackFlag.SUBMISSION)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            900000000000A7202604302100001            | 29 characters
            900000000000A720260430210000100          | 31 characters
            900000000000a72026043021000010           | a small letter
            900000000000.72026043021000010           | a dot
            ９00000000000A72026043021000010           | a wide digit
            900000000000A72026022921000010           | no leap year
            900000000000A72026130121000010           | no month
            900000000000A71900123121000010           | before 1901
            900000000000A72100010121000010           | after 2099
            900000000000A72026043021A00010           | a record type with a letter
            900000000000A72026043001000010           | a record type below 100
            900000000000A72026043021010010           | reserved 1
            900000000000A72026043021000000           | serial 000
            900000000000A720260430210000A0           | a serial with a letter
            900000000000A72026043021000014           | flag 4
            900000000000A72026043021000010.TXT       | an ending in capitals
            900000000000A72026043021000010.enc       | an encrypted file
            900000000000A72026043021000010.txt.txt   | two endings
            ''                                       | nothing
            """)
    void what_is_no_name_is_refused(String text, String why) {
        assertThatThrownBy(() -> FileName.parse(text)).as(why).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1901-01-01, 1,   true
            2099-12-31, 999, true
            1900-12-31, 1,   false
            2100-01-01, 1,   false
            2026-04-30, 0,   false
            2026-04-30, 1000, false
            """)
    void dates_and_serials_have_their_limits(LocalDate date, int serial, boolean taken) {
        if (taken) {
            FileName name = FileName.of("900000000000A7", date, "210", serial);
            assertThat(FileName.parse(name.text())).isEqualTo(name);
        } else {
            assertThatThrownBy(() -> FileName.of("900000000000A7", date, "210", serial))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_29th_of_February_is_a_date_in_leap_years_only() {
        assertThat(FileName.parse("900000000000A7" + "20280229" + "2100" + "001" + "0")
                        .date())
                .isEqualTo(LocalDate.of(2028, 2, 29));
        assertThatThrownBy(() -> FileName.parse("900000000000A7" + "20260229" + "2100" + "001" + "0"))
                .hasMessage("not a date yyyyMMdd: 20260229");
    }
}
