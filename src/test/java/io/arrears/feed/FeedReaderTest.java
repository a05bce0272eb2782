package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeedReaderTest {

    private static final String HEADER = "account_id,schedule_version,number,due_on,principal,interest\n";
    private static final String ROW = "A1,1,1,2026-02-01,5,1\n";

    @Test
    void columns_stand_in_any_order_and_optional_ones_may_be_missing() throws IOException {
        List<RawRow> rows =
                read("interest,principal,due_on,number,schedule_version,account_id\n1,5,2026-02-01,1,7,A1\n");
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.values())
                .containsExactly("A1", "7", "1", "2026-02-01", "5", "1", "", ""));
    }

    @Test
    void a_byte_order_mark_and_either_line_end_are_accepted_and_lines_are_counted() throws IOException {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            String text = "\uFEFF" + HEADER + ROW + "\"A\n2\",1,1,2026-02-01,5,1\n" + "\n" + ROW;
            List<RawRow> rows = read(text.replace("\n", end));
            assertThat(rows).extracting(RawRow::line).containsExactly(2L, 3L, 6L);
            assertThat(rows).extracting(RawRow::ordinal).containsExactly(0L, 1L, 2L);
            assertThat(rows.get(1).values()[0]).isEqualTo("A" + end + "2");
        }
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(read(HEADER + ROW.strip())).hasSize(1);
    }

    @Test
    void a_value_may_hold_commas_quotes_and_line_ends_when_quoted() throws IOException {
        RawRow row = read(HEADER + "\"A,1\"\"x\n\",1,1,2026-02-01,5,1\n").get(0);
        assertThat(row.values()[0]).isEqualTo("A,1\"x\n");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", 1, "the file is empty"),
                Arguments.of("\n", 1, "the first line is no header: none of its 1 values names a column of this file"),
                Arguments.of(HEADER + ROW + "A1,1,1,2026-02-01,5\n", 3, "5 values under 6 column names"),
                Arguments.of(HEADER + ROW + "A1,1,1,2026-02-01,5,1,\n", 3, "7 values under 6 column names"),
                Arguments.of(HEADER + ROW + "A1,1,\u0000,2026-02-01,5,1\n", 3, "a NUL character"),
                Arguments.of(HEADER + ROW + "\"A1,1,1,2026-02-01,5,1\n" + ROW, 3, "a quote is opened and never closed"),
                Arguments.of(HEADER + "A\"1,1,1,2026-02-01,5,1\n", 2, "a quote inside a value that is not quoted"),
                Arguments.of(HEADER + "\"A\"1,1,1,2026-02-01,5,1\n", 2, "text after a closing quote"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_file_is_refused_with_its_line(String text, long line, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageContaining(reason);
    }

    @Test
    void bytes_that_are_not_UTF_8_are_refused_with_their_line() throws IOException {
        for (byte[] bad :
                new byte[][] {{(byte) 0xe9}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write((HEADER + ROW.repeat(5000) + "A").getBytes(StandardCharsets.UTF_8));
            bytes.write(bad);
            bytes.write(("1,1,1,2026-02-01,5,1\n" + ROW.repeat(5000)).getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes.toByteArray())))
                    .isInstanceOfSatisfying(
                            Malformed.class, e -> assertThat(e.line()).isEqualTo(5002))
                    .hasMessageContaining("not UTF-8");
        }
    }

    @Test
    void a_character_cut_by_the_end_of_the_file_is_refused() {
        byte[] text = (HEADER + ROW + "A\u00e9").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(new ByteArrayInputStream(text, 0, text.length - 1)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void a_line_of_200_MB_is_refused_before_it_fills_memory() {
        assertThatThrownBy(() -> read(new Endless(HEADER + ROW, 'x', 200L << 20)))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageContaining("a record longer than 1048576 characters");
    }

    @Test
    void a_quote_never_closed_is_refused_before_it_fills_memory() {
        assertThatThrownBy(() -> read(new Endless(HEADER + ROW + "\"", '\n', 200L << 20)))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageContaining("a quote is opened in line 3 and not closed");
    }

    private static List<RawRow> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<RawRow> read(InputStream in) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (FeedReader reader = new FeedReader(Feed.INSTALMENTS.layout(), in)) {
            for (RawRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** A text and then one byte again and again. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final int then;
        private final long length;
        private long at;

        Endless(String start, int then, long length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.then = then;
            this.length = length;
        }

        @Override
        public int read() {
            if (at == length) {
                return -1;
            }
            return at < start.length ? start[(int) at++] : (int) (0 * at++) + then;
        }
    }
}
