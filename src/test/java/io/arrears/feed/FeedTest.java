package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedTest {

    @Test
    void accounts_come_before_what_refers_to_them() {
        assertThat(List.of(Feed.values()).subList(0, 2)).containsExactly(Feed.BORROWERS, Feed.ACCOUNTS);
        assertThat(Feed.CONTACTS).isLessThan(Feed.CONTACT_ATTEMPTS);
    }

    @ParameterizedTest
    @EnumSource
    void a_row_comes_back_from_its_bytes(Feed feed) {
        Object[] values = new Object[feed.layout().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 5 == 4 ? null : sample(feed.layout().column(i).kind(), i);
        }
        RowCodec codec = new RowCodec(feed.layout());
        ByteBuffer bytes = ByteBuffer.allocate(RowCodec.LONGEST);
        codec.write(values, bytes);
        assertThat(codec.read(bytes.flip())).containsExactly(values);
    }

    @Test
    void a_digest_depends_on_the_values_that_are_there_and_no_others() {
        RowCodec codec = new RowCodec(Feed.INSTALMENTS.layout());
        ByteBuffer bytes = ByteBuffer.allocate(RowCodec.LONGEST);
        codec.write(new Object[] {"A1", 1, 2, java.time.LocalDate.of(2026, 2, 1), 50000L, 825L, 0L, 0L}, bytes);
        // position, value, position, value ... and the end; a column added behind the last leaves this as it is
        assertThat(HexFormat.of().formatHex(bytes.array(), 0, bytes.position()))
                .isEqualTo("00" + "00024131" + "01" + "00000001" + "02" + "00000002" + "03" + "00005005" + "04"
                        + "000000000000c350" + "05" + "0000000000000339" + "06" + "0000000000000000" + "07"
                        + "0000000000000000" + "ff");
    }

    private static Object sample(Kind kind, int i) {
        return switch (kind) {
            case ID, LENDER, BUREAU, TEXT, WORD, COUNTRY, CURRENCY -> "王x" + i;
            case DATE -> java.time.LocalDate.of(1901, 2, 3).plusDays(i * 9999L);
            case INSTANT ->
                java.time.LocalDateTime.of(1901, 2, 3, 4, 5, 6, 7000).plusYears(i * 17L);
            case AMOUNT -> 999_999_999_999_999L - i;
            case COUNT -> Integer.MAX_VALUE - i;
            case RATE -> new java.math.BigDecimal("0.12345678");
        };
    }
}
