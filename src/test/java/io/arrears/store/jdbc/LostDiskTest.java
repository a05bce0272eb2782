package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A command that does not end by itself once its database cannot write any more is ended, with one line. */
class LostDiskTest {

    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final LostDisk disk = new LostDisk(Duration.ZERO, ended::add);

    private static SQLException full() {
        return new SQLException("The database has been closed", new IOException("No space left on device"));
    }

    @Test
    void the_first_failed_write_ends_the_process_and_the_line_says_what_to_do() throws InterruptedException {
        disk.exceptionThrown(new SQLException("Unique index or primary key violation"), "INSERT");
        disk.exceptionThrown(full(), "COMMIT");
        disk.exceptionThrown(full(), "COMMIT");
        assertThat(ended.poll(1, TimeUnit.MINUTES))
                .isEqualTo(
                        "arrears: the database failed: The database has been closed: No space left on device; make room, then"
                                + " 'arrears status' tells what is left to do");
        assertThat(ended.poll(100, TimeUnit.MILLISECONDS)).as("once").isNull();
    }

    @Test
    void a_command_that_ends_in_time_is_not_ended_twice() throws InterruptedException {
        new LostDisk(Duration.ofDays(1), ended::add).exceptionThrown(full(), "COMMIT");
        assertThat(ended.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
}
