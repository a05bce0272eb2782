package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.file.Split.Piece;
import io.arrears.bureau.pboc.file.Split.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which record goes to which file, without a record at hand. */
class SplitTest {

    private static final FileName FIRST = FileName.of("900000000000A7", LocalDate.of(2026, 4, 30), "210", 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
                  0, 0
                  1, 1
            1000000, 1
            1000001, 2
            2000000, 2
            2000001, 3
            """)
    void a_file_takes_a_million_records(long records, int files) {
        assertThat(Split.of(FIRST, List.of(records)).shares()).hasSize(files);
    }

    @Test
    void the_record_after_the_millionth_goes_to_the_next_serial() {
        List<Share> shares = Split.of(FIRST, List.of(600_000L, 0L, 400_001L)).shares();
        assertThat(shares)
                .containsExactly(
                        new Share(FIRST, List.of(new Piece(0, 0, 600_000), new Piece(2, 0, 400_000))),
                        new Share(FIRST.withSerial(2), List.of(new Piece(2, 400_000, 400_001))));
        assertThat(shares).extracting(Share::records).containsExactly(1_000_000L, 1L);
    }

    @Test
    void one_part_may_fill_several_files() {
        assertThat(Split.of(FIRST.withSerial(4), List.of(5L), 2).shares())
                .containsExactly(
                        new Share(FIRST.withSerial(4), List.of(new Piece(0, 0, 2))),
                        new Share(FIRST.withSerial(5), List.of(new Piece(0, 2, 4))),
                        new Share(FIRST.withSerial(6), List.of(new Piece(0, 4, 5))));
    }

    @Test
    void a_day_has_999_serials() {
        assertThat(Split.of(FIRST, List.of(999_000_000L)).shares())
                .hasSize(999)
                .last()
                .extracting(share -> share.name().text())
                .isEqualTo("900000000000A7" + "20260430" + "210" + "0" + "999" + "0");
        assertThatThrownBy(() -> Split.of(FIRST, List.of(999_000_001L)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                .hasMessage("records 210 of 2026-04-30: 999000001 records need 1000 files, but of the day's serials"
                        + " up to 999 only 999 are left; nothing was written. Report the rest under another day");
    }

    @Test
    void serials_that_the_day_has_already_given_are_gone() {
        assertThat(Split.of(FIRST.withSerial(999), List.of(1L)).shares()).hasSize(1);
        assertThatThrownBy(() -> Split.of(FIRST.withSerial(999), List.of(3L), 2))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_001})
    void a_file_cannot_take_none_or_more_than_the_format_allows(int most) {
        assertThatThrownBy(() -> Split.of(FIRST, List.of(1L), most)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_record_goes_to_one_file_in_its_order_and_only_the_last_file_has_room() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<Long> counts = random.longs(random.nextInt(6), 0, 12).boxed().toList();
            int most = 1 + random.nextInt(7);
            List<Share> shares = Split.of(FIRST, counts, most).shares();
            List<String> expected = new ArrayList<>();
            for (int part = 0; part < counts.size(); part++) {
                for (long record = 0; record < counts.get(part); record++) {
                    expected.add(part + ":" + record);
                }
            }
            List<String> shared = new ArrayList<>();
            for (int file = 0; file < shares.size(); file++) {
                Share share = shares.get(file);
                for (Piece piece : share.pieces()) {
                    for (long record = piece.from(); record < piece.to(); record++) {
                        shared.add(piece.part() + ":" + record);
                    }
                }
                assertThat(share.name().serial()).as("seed %d", seed).isEqualTo(1 + file);
                assertThat(share.records() == most || file == shares.size() - 1)
                        .as("seed %d", seed)
                        .isTrue();
            }
            assertThat(shared).as("seed %d", seed).isEqualTo(expected);
        }
    }
}
