package io.arrears.bureau.pboc.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.file.FeedbackFlag;
import io.arrears.bureau.pboc.file.FileName;
import io.arrears.bureau.pboc.file.SubmissionFileTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bureau's answers (pboc2.md 1.3): what they say, and every way in which one may say nothing we can trust. */
class FeedbackTest {

    private static final String NAME = "900000000000A7202604302100001";
    private static final String HEADER = header("3") + "0000001" + "0000001";
    private static final String REASON = "<ErrInf><FbCode>BLE019</FbCode><FbMsg>OverdPrd</FbMsg></ErrInf>";
    private static final String ANSWER = "<Document><FbInf><ErrRecId>2</ErrRecId><FbErrNum>1</FbErrNum>" + REASON
            + "<ErrRec>PGEvPg==</ErrRec></FbInf></Document>";

    @TempDir
    Path folder;

    private Path submission;

    @BeforeEach
    void submit() throws IOException {
        submission = Files.write(folder.resolve(NAME + "0.txt"), SubmissionFileTest.golden());
    }

    @Test
    void flag_1_says_that_every_record_was_loaded() throws IOException {
        List<Feedback.Refusal> refusals = new ArrayList<>();
        Feedback feedback = Feedback.read(FeedbackWriter.answer(submission, List.of()), refusals::add);
        assertThat(feedback).isEqualTo(new Feedback(FileName.parse(NAME + "0"), FeedbackFlag.ALL_LOADED, 2, 0));
        assertThat(refusals).isEmpty();
    }

    @Test
    void flag_3_names_the_line_the_rule_and_the_item_of_each_refusal() throws IOException {
        List<Feedback.Refusal> reported = List.of(
                new Feedback.Refusal(3, "BLE019", List.of("I2100H09"), "OverdPrd"),
                new Feedback.Refusal(3, "ABE002", List.of("I0000301", "I0001301"), "AcctCode"),
                new Feedback.Refusal(3, "BLZ999", List.of(), Feedback.WHOLE_RECORD));
        List<Feedback.Refusal> refusals = new ArrayList<>();
        Feedback feedback = Feedback.read(FeedbackWriter.answer(submission, reported), refusals::add);
        assertThat(feedback).isEqualTo(new Feedback(FileName.parse(NAME + "0"), FeedbackFlag.PARTLY_LOADED, 1, 1));
        assertThat(refusals).isEqualTo(reported);
    }

    @Test
    void flag_2_refuses_the_file_as_a_whole() throws IOException {
        Feedback.Refusal reported = new Feedback.Refusal(1, "ABF009", List.of("F0000601"), Feedback.WHOLE_RECORD);
        List<Feedback.Refusal> refusals = new ArrayList<>();
        Feedback feedback = Feedback.read(FeedbackWriter.refuse(submission, reported), refusals::add);
        assertThat(feedback.flag()).isEqualTo(FeedbackFlag.FILE_REFUSED);
        assertThat(feedback.loaded()).isZero();
        assertThat(refusals).containsExactly(reported);
    }

    /** pboc2-client.md: a fault of the file or of its header has neither ErrRecId nor ErrRec. */
    @Test
    void a_file_refused_as_a_whole_names_no_record() throws IOException {
        List<Feedback.Refusal> refusals = read(
                "2",
                header("2")
                        + "00000000000000\r\n<Document><FbInf><FbErrNum>1</FbErrNum><ErrInf><FbCode>ABH005</FbCode>"
                        + "<FbMsg></FbMsg></ErrInf></FbInf></Document>");
        assertThat(refusals).containsExactly(new Feedback.Refusal(1, "ABH005", List.of("F0000301"), "0000"));
    }

    /** Its lines count from 0, so that record k has k; what is wrong with the file itself has no line. */
    @Test
    void a_bad_of_the_client_says_that_the_file_did_not_go_out() throws IOException {
        List<Feedback.Refusal> refusals = new ArrayList<>();
        Path bad = Files.writeString(
                folder.resolve(NAME + "0.bad"),
                "A0722.0.0\r\n" + ANSWER + "\r\n<Document><FbInf><FbErrNum>1</FbErrNum>" + REASON
                        + "</FbInf></Document>");
        Feedback feedback = Feedback.read(bad, refusals::add);
        assertThat(feedback.isOfClient()).isTrue();
        assertThat(feedback.submission().text()).isEqualTo(NAME + "0");
        assertThat(refusals).extracting(Feedback.Refusal::line).containsExactly(3, 1);
    }

    @ParameterizedTest
    @CsvSource({"A0722.0.0, true", "'', true", "'A0722.0.0another header of the client alone', true", "7202605, false"})
    void a_bad_that_was_renamed_is_caught_where_its_header_names_a_file(String header, boolean isTaken)
            throws IOException {
        String named = isTaken ? header : " ".repeat(9) + NAME.replace("7202604", header) + "0";
        Path bad = Files.writeString(folder.resolve(NAME + "0.bad"), named + "\r\n" + ANSWER);
        if (isTaken) {
            assertThat(Feedback.read(bad, refusal -> {}).isOfClient()).isTrue();
        } else {
            assertThatThrownBy(() -> Feedback.read(bad, refusal -> {}))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining(":1: the header names another answer, ")
                    .hasMessageEndingWith("; the file was renamed; nothing of this answer was taken");
        }
    }

    @Test
    void a_bad_that_names_nothing_is_refused() throws IOException {
        Path bad = Files.writeString(folder.resolve(NAME + "0.bad"), "A0722.0.0");
        assertThatThrownBy(() -> Feedback.read(bad, refusal -> {}))
                .hasMessageContaining(":1: the file names nothing that is wrong");
    }

    @Test
    void an_answer_that_was_renamed_is_caught_by_the_name_in_its_header() {
        String other = NAME.replace("7202604", "7202605");
        String header = " ".repeat(9) + other + "3" + HEADER.substring(39);
        assertThatThrownBy(() -> read("3", header + "\r\n" + ANSWER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(":1: the header names another answer, " + other + "3; the file was renamed");
    }

    /** A message may be any text, a name too: what is no item's tag is not kept. */
    @ParameterizedTest
    @CsvSource({"OverdPrd, OverdPrd", "张三, 0000", "'', 0000", "not one word, 0000"})
    void of_a_message_only_a_tag_is_kept(String message, String kept) throws IOException {
        assertThat(read("3", HEADER + "\r\n" + ANSWER.replace("OverdPrd", message)))
                .extracting(Feedback.Refusal::tag)
                .containsExactly(kept);
    }

    @Test
    void a_message_of_a_hundred_characters_is_taken_whatever_they_are() throws IOException {
        assertThat(read("3", HEADER + "\r\n" + ANSWER.replace("OverdPrd", "𠮷".repeat(100))))
                .extracting(Feedback.Refusal::tag)
                .containsExactly(Feedback.WHOLE_RECORD);
    }

    @Test
    void the_order_of_the_elements_does_not_matter() throws IOException {
        String other = "<Document><FbInf><ErrRec>x</ErrRec><ErrInf><FbMsg>0000</FbMsg><FbCode>BLR027</FbCode></ErrInf>"
                + "<FbErrNum>2</FbErrNum>" + REASON + "<ErrRecId>2</ErrRecId></FbInf></Document>";
        assertThat(read("3", HEADER + "\r\n" + other + "\r\n"))
                .extracting(Feedback.Refusal::line, Feedback.Refusal::code, Feedback.Refusal::tag)
                .containsExactly(tuple(2, "BLR027", "0000"), tuple(2, "BLE019", "OverdPrd"));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", 1, "the file is empty"),
                Arguments.of("A050", 1, "the header has 4 characters; expected at least 72"),
                Arguments.of(
                        HEADER.replace("0000001", "000001x"),
                        1,
                        "positions 58-64 of the header: expected seven digits"),
                Arguments.of(
                        " ".repeat(39) + HEADER.substring(39) + "\r\n" + ANSWER,
                        1,
                        "positions 9-38 of the header: expected the answer's own name"),
                Arguments.of(HEADER + "\n" + ANSWER, 1, "a CR or LF that belongs to no CRLF"),
                Arguments.of(HEADER, 1, "the header counts 1 failed, the lines name 0"),
                Arguments.of(HEADER + "\r\n\r\n" + ANSWER, 2, "not one well-formed XML document, at column"),
                Arguments.of(
                        HEADER + "\r\n" + ANSWER + "\r\n" + ANSWER, 3, "ErrRecId names a line that was refused before"),
                Arguments.of(
                        HEADER + "\r\n" + ANSWER + "\r\n" + ANSWER.replace(">2<", ">3<"),
                        1,
                        "the header counts 1 failed, the lines name 2"),
                line(">2<", ">1<", "ErrRecId is no record's line; the file had 2 records after its header"),
                line(">2<", ">4<", "ErrRecId is no record's line"),
                line(">2<", ">-2<", "ErrRecId is no line number"),
                line(">2<", "><", "ErrRecId is no line number"),
                line(">2<", ">99999999999<", "ErrRecId is no line number"),
                line("<ErrRecId>2</ErrRecId>", "", "ErrRecId is missing"),
                line("<ErrRecId>2</ErrRecId>", "<ErrRecId>2</ErrRecId><ErrRecId>3</ErrRecId>", "ErrRecId stands twice"),
                line("<FbErrNum>1</FbErrNum>", "", "FbErrNum is missing"),
                line("<FbErrNum>1</FbErrNum>", "<FbErrNum>x</FbErrNum>", "FbErrNum is no count"),
                line("<FbErrNum>1</FbErrNum>", "<FbErrNum>2</FbErrNum>", "FbErrNum says 2, but ErrInf stands 1 times"),
                line(REASON, "", "ErrInf is missing"),
                line("<FbCode>BLE019</FbCode>", "", "FbCode is missing"),
                line("BLE019", "张三", "FbCode is no code like BLE019"),
                line("<FbMsg>OverdPrd</FbMsg>", "", "FbMsg is missing"),
                line("OverdPrd", "三".repeat(101), "FbMsg is longer than 100 characters"),
                line("OverdPrd", "𠮷".repeat(101), "FbMsg is longer than 100 characters"),
                line("<FbMsg>", "<FbMsg>A</FbMsg><FbMsg>", "FbMsg stands twice"),
                line("<FbCode>", "<FbCode>BLE001</FbCode><FbCode>", "FbCode stands twice"),
                line("<ErrRec>", "<ErrRec></ErrRec><ErrRec>", "ErrRec stands twice"),
                line("ErrRec>", "张三>", "an element, 3 deep, that no answer has"),
                line("Document>", "Answer>", "an element, 1 deep, that no answer has"),
                line("<FbInf>", "<FbInf></FbInf><FbInf>", "FbInf stands twice"),
                line("PGEvPg==", "<FbCode>BLE001</FbCode>", "an element, 4 deep, that no answer has"),
                line("<Document>", "<!DOCTYPE Document><Document>", "a DTD"),
                line("</FbInf>", "", "not one well-formed XML document, at column"));
    }

    private static Arguments line(String found, String instead, String reason) {
        return Arguments.of(HEADER + "\r\n" + ANSWER.replace(found, instead), 2, reason);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_answer_is_refused_with_its_line_and_nothing_of_it_is_taken(String content, int line, String reason)
            throws IOException {
        Path answer = Files.writeString(folder.resolve(NAME + "3.txt"), content);
        List<Feedback.Refusal> refusals = new ArrayList<>();
        assertThatThrownBy(() -> Feedback.read(answer, refusals::add))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                .hasMessageStartingWith(answer + ":" + line + ": " + reason)
                .hasMessageEndingWith("; nothing of this answer was taken")
                .message()
                .doesNotContain("张三");
        assertThat(refusals).isEmpty();
    }

    @Test
    void an_answer_that_is_not_UTF_8_is_refused() throws IOException {
        Path answer = Files.write(
                folder.resolve(NAME + "3.txt"),
                (HEADER + "\r\n" + ANSWER.replace("OverdPrd", "é")).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Feedback.read(answer, refusal -> {}))
                .hasMessage(answer + ":2: not UTF-8; nothing of this answer was taken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 00000010000001 | false | :1: the name says that every record was loaded, the header that some failed
            1 | 00000020000000 | true  | :2: refuses a line, though the name says that every record was loaded
            2 | 00000010000001 | false | :1: the name says that the file was refused, the header that records were loaded
            3 | 00000020000000 | false | :1: the name says that some records were refused, the header that none failed
            """)
    void name_header_and_lines_may_not_contradict_each_other(String flag, String counts, boolean refuses, String reason)
            throws IOException {
        Path answer = Files.writeString(
                folder.resolve(NAME + flag + ".txt"), header(flag) + counts + (refuses ? "\r\n" + ANSWER : ""));
        assertThatThrownBy(() -> Feedback.read(answer, refusal -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(answer + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            900000000000A72026043021000010.txt     | the name is that of a submission
            900000000000A7202604302100013.txt      | not a name of 30 characters
            answer.txt                             | not a name of 30 characters
            """)
    void a_name_that_is_no_answers_is_refused(String name, String reason) {
        assertThatThrownBy(() -> Feedback.read(folder.resolve(name), refusal -> {}))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                .hasMessageStartingWith(folder.resolve(name) + ": " + reason);
    }

    private static String header(String flag) {
        return " ".repeat(9) + NAME + flag + " ".repeat(19);
    }

    private List<Feedback.Refusal> read(String flag, String content) throws IOException {
        List<Feedback.Refusal> refusals = new ArrayList<>();
        Feedback.read(Files.writeString(folder.resolve(NAME + flag + ".txt"), content), refusals::add);
        return refusals;
    }
}
