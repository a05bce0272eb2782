package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.answer.AnswerFile;
import io.arrears.bureau.pboc.answer.Feedback;
import io.arrears.bureau.pboc.answer.FeedbackHeader;
import io.arrears.bureau.pboc.answer.FeedbackWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from outside, broken at random: each is read, or refused in one line with exit 4; a failure names its seed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MutatedFilesTest {

    private static final int MUTANTS = 500;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final String HEADER = "account_id,month,report_date,account_status,repayment_status,five_class,"
            + "five_class_since,episode_started_on,history\n";
    private static final String ROW = "LN17,2026-02,2026-02-28,2,1,2,2026-02-28,2026-02-11,**N\n";
    private static final String NAME = "900000000000A7202604302100001";
    private static final List<String> PIECES = List.of(
            ",",
            "\"",
            "\n",
            "\r\n",
            "\u0000",
            "\uFEFF",
            "<",
            ">",
            "&#x0;",
            "&amp;",
            "</",
            "-1",
            "9".repeat(40),
            "1e999999999",
            "../",
            " ",
            "王");

    @TempDir
    Path folder;

    @Test
    void five_hundred_mutated_baselines_are_read_or_refused_in_a_line() throws IOException {
        byte[] whole = (HEADER + ROW.repeat(3)).getBytes(StandardCharsets.UTF_8);
        Path unbroken = Files.write(folder.resolve("held.csv"), whole);
        BaselineFile.read(unbroken, TODAY, (account, reported) -> {});
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            Path file = Files.write(folder.resolve("held.csv"), mutated(whole, new Random(seed * 0x9E3779B97F4A7C15L)));
            refused += tried(seed, () -> BaselineFile.read(file, TODAY, (account, reported) -> {})) ? 0 : 1;
        }
        assertThat(refused).isBetween(MUTANTS / 2, MUTANTS - 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void five_hundred_mutated_answers_are_read_or_refused_in_a_line(boolean zipped) throws IOException {
        Path submission = Files.write(folder.resolve(NAME + "0.txt"), SubmissionFileTest.golden());
        Path answer = FeedbackWriter.answer(
                submission, List.of(new Feedback.Refusal(3, "BLE019", List.of("I2100H09"), "OverdPrd")));
        Path given = zipped ? FeedbackWriter.zipped(answer) : answer;
        byte[] whole = Files.readAllBytes(given);
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            Files.write(given, mutated(whole, new Random(seed * 0x9E3779B97F4A7C15L)));
            refused += tried(seed, () -> {
                        try (AnswerFile opened = AnswerFile.of(given)) {
                            Feedback.read(opened.text(), refusal -> {});
                        }
                    })
                    ? 0
                    : 1;
        }
        assertThat(refused).isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    private interface Reading {
        void read() throws IOException;
    }

    /** Whether it could be read. */
    private static boolean tried(int seed, Reading reading) {
        try {
            reading.read();
            return true;
        } catch (Refused e) {
            assertThat(e.exitCode()).as("seed %d: %s", seed, e.getMessage()).isEqualTo(ExitCode.REJECTED);
            assertThat(e.getMessage()).as("seed %d", seed).hasSizeLessThan(1000).doesNotContainPattern("\\p{Cntrl}");
            return false;
        } catch (IOException | RuntimeException e) {
            return fail("seed " + seed, e);
        }
    }

    /** One to four times cut, doubled, overwritten or grown by a piece, at random places. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + random.nextInt(20));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            switch (random.nextInt(5)) {
                case 0 -> out.write(bytes, 0, from); // torn
                case 1 -> {
                    out.write(bytes, 0, from);
                    out.write(bytes, to, bytes.length - to);
                }
                case 2 -> {
                    out.write(bytes, 0, to);
                    out.write(bytes, from, bytes.length - from);
                }
                case 3 -> {
                    out.write(bytes, 0, from);
                    out.write(random.nextInt(256));
                    out.write(bytes, Math.min(from + 1, bytes.length), Math.max(0, bytes.length - from - 1));
                }
                default -> {
                    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                    out.write(bytes, 0, from);
                    out.write(piece, 0, piece.length);
                    out.write(bytes, from, bytes.length - from);
                }
            }
            bytes = out.toByteArray();
        }
        return bytes;
    }

    @Test
    void short_rows_and_nameless_columns_of_a_baseline_are_refused_by_line() throws IOException {
        refusedBaseline(HEADER + ROW + "LN18,2026-02\n", ":3: 2 values under 9 column names");
        refusedBaseline(
                HEADER.replace("month", "") + ROW, ":1: column 2 is unknown; the required column \"month\" is missing");
        refusedBaseline(",,\n" + ROW, ":1: the first line is no header: none of its 3 values");
        refusedBaseline("", ":1: the file is empty");
    }

    private void refusedBaseline(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("held.csv"), text);
        assertThatThrownBy(() -> BaselineFile.read(file, TODAY, (account, reported) -> {}))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                .hasMessageStartingWith(file + reason);
    }

    @Test
    void a_line_of_70_MB_is_refused_before_it_fills_memory() throws IOException {
        Path baseline = endless(folder.resolve("held.csv"), HEADER);
        assertThatThrownBy(() -> BaselineFile.read(baseline, TODAY, (account, reported) -> {}))
                .hasMessageContaining(":2: a record longer than 1048576 characters");
        Path answer = endless(folder.resolve(NAME + "3.txt"), new FeedbackHeader(NAME + "3", 1, 1).line() + "\r\n");
        assertThatThrownBy(() -> Feedback.read(answer, refusal -> {})).hasMessageContaining(":2: longer than 4194304");
    }

    private static Path endless(Path file, String start) throws IOException {
        byte[] block = "王".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < 70L << 20; written += block.length) {
                out.write(block);
            }
        }
        return file;
    }
}
