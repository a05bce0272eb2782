package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file rule of the bureau, broken alone in a file that is right otherwise. */
class FileRulesTest {

    private static final String NAME = "900000000000A72026043021000010.txt";
    private static final String HEADER = "A0502102.0.0  900000000000A72026043021300500000002";
    private static final String RECORD =
            "<Document><InAcctInf><AcctBsSgmt><InfRecType>210</InfRecType><Name>样例</Name></AcctBsSgmt></InAcctInf></Document>";
    private static final String RIGHT = HEADER + "\r\n" + RECORD + "\r\n" + RECORD;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n"})
    void a_right_file_breaks_no_rule_with_and_without_a_last_line_end(String lastLineEnd) throws IOException {
        FileCheck check = check(RIGHT + lastLineEnd);
        assertThat(check.faults()).isEmpty();
        assertThat(check.isRight()).isTrue();
        assertThat(check.records()).isEqualTo(2);
    }

    @Test
    void the_golden_file_is_right() throws IOException {
        assertThat(check(NAME, SubmissionFileTest.golden()).faults()).isEmpty();
    }

    @Test
    void ABF011_a_file_has_no_byte_order_mark() throws IOException {
        assertThat(check("\uFEFF" + RIGHT).faults())
                .containsExactly(new FileFault("ABF011", 1, "the file begins with a byte order mark"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0x80
            0xC3 0x28
            0xED 0xA0 0x80
            0xF8 0x88 0x80 0x80 0x80
            0xC0 0xAF
            """)
    void ABF011_a_file_is_UTF_8(String bytes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = RIGHT.lastIndexOf("样");
        content.writeBytes(RIGHT.substring(0, at).getBytes(StandardCharsets.UTF_8));
        Arrays.stream(bytes.split(" ")).forEach(b -> content.write(Integer.decode(b)));
        content.writeBytes(RIGHT.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        assertThat(check(NAME, content.toByteArray()).faults())
                .containsExactly(new FileFault("ABF011", 3, "not UTF-8"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            900000000000A7202604302100010.txt  | 29 characters
            900000000000A72026043021000010     | no ending
            900000000000A72026043021000010.zip | another ending
            900000000000A72026043021000010.txt.zip | still packed
            900000000000A72026043021010010.txt | reserved 1
            900000000000A72026043021000011.txt | the name of an answer
            900000000000A72026043121000010.txt | no day
            """)
    void F0000201_a_name_is_well_formed_in_every_position(String name, String why) throws IOException {
        assertThat(check(name, RIGHT.getBytes(StandardCharsets.UTF_8)).faults())
                .as(why)
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("F0000201");
                    assertThat(fault.line()).isZero();
                });
    }

    @Test
    void F0000301_a_header_is_well_formed() throws IOException {
        assertThat(check(RIGHT.replace("2.0.0", "2.1.0")).faults())
                .containsExactly(new FileFault("F0000301", 1, "positions 7-11 of the header: expected \"2.0.0\""));
        assertThat(check("A" + RIGHT).faults())
                .containsExactly(new FileFault("F0000301", 1, "the header has 51 characters; expected exactly 50"));
        assertThat(check("").faults()).containsExactly(new FileFault("F0000301", 1, "the file is empty"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void F0000301_a_header_counts_the_record_lines(int said) throws IOException {
        FileCheck check = check(RIGHT.replace("0000002", "000000" + said));
        assertThat(check.faults())
                .containsExactly(
                        new FileFault("F0000301", 1, "the header counts " + said + " records, the file has 2"));
        assertThat(check.records()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            900000000000B72026043021000010.txt | the header's segment code is not the name's
            900000000000A72026042921000010.txt | the header's date is not the name's
            900000000000A72026043021200010.txt | the header's record type is not the name's
            """)
    void F0000401_name_and_header_agree(String name, String reason) throws IOException {
        assertThat(check(name, RIGHT.getBytes(StandardCharsets.UTF_8)).faults())
                .containsExactly(new FileFault("F0000401", 1, reason));
    }

    @Test
    void F0000501_a_line_has_ten_million_characters_at_most() throws IOException {
        assertThat(FileRules.LONGEST_LINE).isEqualTo(10_000_000);
        int most = 5_000;
        String longest = RECORD.replace("样例", "样".repeat(most - RECORD.length() + 2));
        assertThat(longest).hasSize(most);
        assertThat(check(HEADER + "\r\n" + longest + "\r\n" + RECORD, most).faults())
                .isEmpty();
        FileCheck check = check(HEADER + "\r\n" + longest + " \r\n" + RECORD, most);
        assertThat(check.faults()).containsExactly(new FileFault("F0000501", 2, "longer than 5000 characters"));
        assertThat(check.records()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\n\r", "\r\r", "\n\n"})
    void F0000502_only_CRLF_breaks_a_line(String bare) throws IOException {
        assertThat(check(RIGHT.replaceFirst("<InAcctInf>", "<InAcctInf>" + bare))
                        .faults())
                .containsExactly(new FileFault("F0000502", 2, "a CR or LF that belongs to no CRLF"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\r   | 3 | a CR or LF that belongs to no CRLF
            \\n   | 3 | a CR or LF that belongs to no CRLF
            CC    | 4 | a blank line
            """)
    void F0000502_nothing_but_one_CRLF_may_follow_the_last_record(String end, long line, String reason)
            throws IOException {
        String follows = end.replace("\\r", "\r").replace("\\n", "\n").replace("CC", "\r\n\r\n");
        assertThat(check(RIGHT + follows).faults()).containsExactly(new FileFault("F0000502", line, reason));
    }

    @Test
    void F0000502_no_line_is_blank() throws IOException {
        FileCheck check = check(RIGHT.replaceFirst("\r\n", "\r\n\r\n"));
        assertThat(check.faults()).containsExactly(new FileFault("F0000502", 2, "a blank line"));
        assertThat(check.records()).isEqualTo(2);
    }

    @Test
    void F0000601_a_name_is_used_once() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), RIGHT);
        assertThat(FileRules.check(file, name -> name.equals(FileName.parse(NAME)))
                        .faults())
                .containsExactly(new FileFault("F0000601", 0, "the bureau already has a file of this name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <D><InfRecType>210</InfRecType>                                              | at column
            <D><InfRecType>210</InfRecType></D><D/>                                      | at column
            <D><InfRecType>210</InfRecType></D>x                                         | at column
            <D><InfRecType>210</InfRecType><b></D>                                       | at column
            <D><InfRecType>210</InfRecType>&</D>                                         | at column
            <D><InfRecType>210</InfRecType>&#2;</D>                                      | at column
            <D><InfRecType>210</InfRecType><b a="1" a="2"/></D>                          | at column
            not XML                                                                      | at column
            <!DOCTYPE D><D><InfRecType>210</InfRecType></D>                              | a DTD
            <!DOCTYPE D [<!ENTITY e "1">]><D><InfRecType>210</InfRecType>&e;</D>         | a DTD
            <!DOCTYPE D SYSTEM "file:///etc/passwd"><D><InfRecType>210</InfRecType></D>  | a DTD
            <D><InfRecType>210</InfRecType>&unknown;</D>                                 |
            """)
    void ABR006_a_record_is_one_well_formed_document_without_DTD(String record, String reason) throws IOException {
        assertThat(check(HEADER + "\r\n" + record + "\r\n" + RECORD).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("ABR006");
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.reason()).contains(reason == null ? "" : reason);
                });
    }

    @Test
    void the_five_characters_of_markup_may_be_escaped() throws IOException {
        assertThat(check(RIGHT.replace("样例", "&lt;&gt;&amp;&apos;&quot;&#x6837;<![CDATA[<]]>"))
                        .faults())
                .isEmpty();
    }

    @Test
    void a_fault_quotes_nothing_of_its_record() throws IOException {
        assertThat(check(RIGHT.replace("样例</Name>", "张三</Nam>")).faults())
                .hasSize(2)
                .noneMatch(
                        fault -> fault.reason().contains("张三") || fault.reason().contains("Nam"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <InfRecType>212</InfRecType>
            <InfRecType></InfRecType>
            <InfRecType> 210</InfRecType>
            <Other>210</Other>
            """)
    void R0000101_a_record_is_of_the_headers_type(String element) throws IOException {
        assertThat(check(RIGHT.replaceFirst("<InfRecType>210</InfRecType>", element))
                        .faults())
                .containsExactly(new FileFault("R0000101", 2, "the record's type is not the header's 210"));
    }

    @Test
    void a_file_that_is_wrong_throughout_lists_its_first_faults_and_counts_all_records() throws IOException {
        int lines = FileRules.MOST_FAULTS + 5;
        FileCheck check = check(HEADER + "\r\nx".repeat(lines));
        assertThat(check.faults()).hasSize(FileRules.MOST_FAULTS);
        assertThat(check.records()).isEqualTo(lines);
    }

    @Test
    void records_are_not_read_back_from_a_file_that_is_no_text() throws IOException {
        Path file = Files.write(folder.resolve(NAME), new byte[] {'A', '\r', '\n', (byte) 0x80});
        assertThatThrownBy(() -> FileRules.forEachRecord(file, (line, text) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":2: no record line; check the file first");
    }

    private FileCheck check(String content) throws IOException {
        return check(NAME, content.getBytes(StandardCharsets.UTF_8));
    }

    private FileCheck check(String content, int longestLine) throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), content);
        return FileRules.check(file, taken -> false, longestLine);
    }

    private FileCheck check(String name, byte[] content) throws IOException {
        return FileRules.check(Files.write(folder.resolve(name), content), taken -> false);
    }
}
