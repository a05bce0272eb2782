package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pool that has room for one more opens it, though its request was lost. */
class PoolTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void one_is_free_soon_though_nobody_is_known_to_wait(Databases kind) throws SQLException {
        try (HikariDataSource pool = Database.open(kind.fresh(folder), 4);
                Connection one = pool.getConnection();
                Connection two = pool.getConnection()) {
            assertThat(one).isNotSameAs(two);
            HikariPoolMXBean now = pool.getHikariPoolMXBean();
            Instant late = Instant.now().plus(Duration.ofSeconds(25)); // before whoever waits would give up
            while (now.getIdleConnections() == 0 && Instant.now().isBefore(late)) {
                Thread.onSpinWait();
            }
            assertThat(now.getIdleConnections()).isEqualTo(1);
            assertThat(now.getTotalConnections()).isEqualTo(3);
        }
    }
}
