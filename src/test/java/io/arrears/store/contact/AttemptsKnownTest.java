package io.arrears.store.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to which day attempts are known (L4). */
class AttemptsKnownTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Instant CUTOFF = Instant.parse("2026-11-02T17:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_attempt_of_the_day_reaches_it_and_one_dated_a_year_off_does_not(Databases kind) throws Exception {
        try (var pool = Database.open(kind.fresh(folder), 4)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            Lender lender = LenderFile.load(Path.of("jobs"), "harbour");
            AttemptsKnown known = new AttemptsKnown(pool);
            attempt(jdbc, "T1", "2026-11-01 04:00:00");
            attempt(jdbc, "T2", "2027-11-02 04:00:00");
            assertThat(known.reach(lender, DAY, CUTOFF)).isFalse();
            assertThat(known.reach(lender, DAY.minusDays(1), CUTOFF)).isTrue();
            attempt(jdbc, "T3", "2026-11-02 04:00:00");
            assertThat(known.reach(lender, DAY, CUTOFF)).isTrue();
        }
    }

    private static void attempt(JdbcTemplate jdbc, String id, String at) {
        jdbc.update("INSERT INTO contact_attempts SET lender = 'harbour', account_id = 'A', revision = 1,"
                + " known_at = '2026-11-02 16:00:00', import_id = 1, digest = X'00112233445566778899AABBCCDDEEFF',"
                + " attempt_id = '" + id + "', channel = 'CALL', outcome = 'BUSY', attempted_at = '" + at + "'");
    }
}
