package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A night has its connections before its steps ask for them. */
class FilledPoolTest {

    private static final int ALL = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void all_are_opened_though_nobody_waits_and_no_more(Databases kind) throws SQLException {
        try (HikariDataSource pool = Database.open(kind.fresh(folder), ALL)) {
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isLessThan(ALL);
            Database.fill(pool);
            Instant late = Instant.now().plus(Duration.ofSeconds(20));
            while (pool.getHikariPoolMXBean().getTotalConnections() < ALL
                    && Instant.now().isBefore(late)) {
                Thread.onSpinWait();
            }
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(ALL);
            Database.fill(pool);
            List<Connection> held = new ArrayList<>();
            for (int i = 0; i < ALL; i++) {
                held.add(pool.getConnection());
            }
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(ALL);
            for (Connection connection : held) {
                connection.close();
            }
        }
    }
}
