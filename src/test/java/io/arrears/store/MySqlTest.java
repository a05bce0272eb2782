package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the MySQL half of the store and batch tests ran; skipped where there is no Docker engine. */
class MySqlTest {

    @TempDir
    Path folder;

    @Test
    void a_real_mysql_answers() {
        assumeTrue(Databases.hasMySql(), "no Docker engine answers, so no test runs on MySQL");
        try (var pool = Database.open(Databases.MYSQL.fresh(folder), 2)) {
            assertThat(new JdbcTemplate(pool).queryForObject("SELECT VERSION()", String.class))
                    .matches("(8\\.4|9)\\..*");
        }
    }
}
