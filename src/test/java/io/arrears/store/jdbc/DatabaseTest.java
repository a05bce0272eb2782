package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.store.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void opening_twice_finds_the_same_tables(Databases kind) {
        DatabaseSettings settings = kind.fresh(folder);
        Database.open(settings, 4).close();
        try (var pool = Database.open(settings, 4)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM entries", Integer.class))
                    .isZero();
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION", Integer.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void ids_differ_by_case_and_stand_in_byte_order(Databases kind) {
        try (var pool = Database.open(kind.fresh(folder), 4)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            for (String id : new String[] {"b", "B", "a_1", "a-1", "a1"}) {
                jdbc.update("INSERT INTO lenders (lender) VALUES (?)", id);
            }
            assertThat(jdbc.queryForList("SELECT lender FROM lenders ORDER BY lender", String.class))
                    .containsExactly("B", "a-1", "a1", "a_1", "b");
        }
    }
}
