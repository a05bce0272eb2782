package io.arrears.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.feed.Feed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSpoolTest {

    private static final int ROWS = 30_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("rows");
        try (RowSpool.Writer rows = new RowSpool.Writer(file, Feed.INSTALMENTS)) {
            for (int i = 0; i < ROWS; i++) {
                rows.add(row(i));
            }
            rows.finish();
        }
    }

    @Test
    void rows_come_back_in_their_order_from_any_position() throws IOException {
        long position = 0;
        for (int i = 0; i < ROWS; i += 7_001) {
            try (RowSpool.Reader rows = new RowSpool.Reader(file, Feed.INSTALMENTS, position)) {
                for (int read = i; read < Math.min(i + 7_001, ROWS); read++) {
                    ValidRow row = rows.next();
                    assertThat(row).usingRecursiveComparison().isEqualTo(row(read));
                    position = rows.position();
                }
            }
        }
        try (RowSpool.Reader rows = new RowSpool.Reader(file, Feed.INSTALMENTS, position)) {
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void a_spool_cut_short_is_no_spool() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 1);
        }
        try (RowSpool.Reader rows = new RowSpool.Reader(file, Feed.INSTALMENTS, 0)) {
            assertThatThrownBy(() -> {
                        while (rows.next() != null) {
                            // to the end
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cut off");
        }
    }

    private static ValidRow row(int i) {
        return new ValidRow(
                i,
                "north",
                i % 3,
                i % 2 == 0,
                new byte[] {(byte) i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                new Object[] {"A" + i, 1, i, LocalDate.of(2026, 1, 1), 5L, 6L, null, 0L});
    }
}
