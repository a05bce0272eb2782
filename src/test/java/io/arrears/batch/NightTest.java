package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.FolderCheck;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class NightTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_lists_what_is_overdue(Databases kind) throws Exception {
        Settings settings = new Settings(new Home(folder), Path.of("jobs"), kind.fresh(folder));
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            fill(application);
            Nights.Outcome night = application.nights().run("superlender", LocalDate.of(2026, 3, 31), null, false);
            assertThat(Files.readAllLines(night.folder().resolve("delinquency.csv"))
                            .get(1))
                    .startsWith("A1,2026-03-31,OPEN,49,49,M2,2,2,20.00");
            assertThat(FolderCheck.of(night.folder()).differences()).isEmpty();
            Nights.Outcome next = application.nights().run("superlender", LocalDate.of(2026, 4, 1), null, false);
            assertThat(Files.readAllLines(next.folder().resolve("delinquency.csv"))
                            .get(1))
                    .startsWith("A1,2026-04-01,OPEN,50,50,M2,2,2,20.00");
        }
    }

    private static void fill(Application application) {
        JdbcTemplate jdbc = new JdbcTemplate(application.pool());
        jdbc.update(
                "INSERT INTO accounts (lender, account_id, revision, known_at, import_id, digest, product, borrower_id, opened_on, currency, principal, term_count, repayment_frequency) VALUES ('superlender','A1',1,'2026-01-01 00:00:00',1,?, 'p','b','2026-01-01','CNY',3000,3,'MONTHLY')",
                new byte[16]);
        for (int i = 1; i <= 3; i++) {
            jdbc.update(
                    "INSERT INTO instalments (lender, account_id, schedule_version, `number`, revision, known_at, import_id, digest, due_on, principal, interest, fee, penalty) VALUES ('superlender','A1',1,?,1,'2026-01-01 00:00:00',1,?,?,1000,0,0,0)",
                    i,
                    new byte[16],
                    LocalDate.of(2026, 1 + i, 10));
        }
    }
}
