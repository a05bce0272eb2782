package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.FolderCheck;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nights that assess only what can have changed, told again in full afterwards: the same bytes, whatever came since. */
class TimeTravelTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 20);
    private static final int NIGHTS = 14;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_replay_gives_the_bytes_of_that_night_after_late_facts_and_corrections(Databases kind) throws Exception {
        Settings settings = new Settings(new Home(folder), Path.of("jobs"), kind.fresh(folder));
        TurnedClock clock = new TurnedClock(TurnedClock.after(FIRST));
        try (Application application = Application.open(settings, clock)) {
            load(application, deliverLedger());
            for (int night = 0; night < NIGHTS; night++) {
                clock.turnTo(TurnedClock.after(FIRST.plusDays(night)));
                application.nights().run("harbour", FIRST.plusDays(night), null, false);
            }
            assertThat(nightsAssessingAll(application)).containsExactly(1L);
            String last = FIRST.plusDays(NIGHTS - 1).toString();
            assertThat(standingsOf(application, NIGHTS))
                    .as("the last night wrote standings of few accounts")
                    .isBetween(1L, standingsOf(application, 0) / 4);

            load(application, deliverLateFacts(settings, last));
            for (int night = 0; night < NIGHTS; night += 2) {
                LocalDate asOf = FIRST.plusDays(night);
                Run told = application.runs().published("harbour", asOf).orElseThrow();
                Path again = application
                        .nights()
                        .replay("harbour", asOf, told.cutoff())
                        .folder();
                assertSameData(settings.home().out("harbour").resolve(told.folderName()), again);
            }
            clock.turnTo(TurnedClock.after(FIRST.plusDays(NIGHTS)));
            Path restated = application
                    .nights()
                    .replay("harbour", FIRST.plusDays(NIGHTS - 1), null)
                    .folder();
            assertThat(Files.mismatch(
                            restated.resolve("delinquency.csv"),
                            settings.home().out("harbour").resolve(last).resolve("delinquency.csv")))
                    .as("what is known by now tells otherwise")
                    .isNotNegative();
            assertThat(new JdbcTemplate(application.pool())
                            .queryForObject("SELECT COUNT(*) FROM standing WHERE run_id < 0", Long.class))
                    .isZero();
        }
    }

    private static void assertSameData(Path told, Path again) throws IOException {
        for (String file : List.of("delinquency.csv", "review.csv")) {
            assertThat(Files.readAllLines(again.resolve(file)))
                    .as("%s of %s", file, again)
                    .isEqualTo(Files.readAllLines(told.resolve(file)));
        }
        assertThat(FolderCheck.of(again).differences()).isEmpty();
    }

    private Path deliverLedger() throws IOException {
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        SampleLedger.write(SampleSpec.of(1025, 7), ledger);
        return ledger;
    }

    /** A payment of every listed account, valued long ago, and a correction of an instalment's date and of an entry. */
    private Path deliverLateFacts(Settings settings, String night) throws IOException {
        List<String> accounts =
                Files.readAllLines(settings.home().out("harbour").resolve(night).resolve("delinquency.csv")).stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList();
        StringBuilder entries = new StringBuilder("entry_id,account_id,type,value_on,posted_at,amount\n");
        for (String account : accounts) {
            entries.append("late-" + account + "," + account + ",REPAYMENT,2026-08-21,2026-08-21T08:00:00Z,123.45\n");
        }
        Path late = Files.createDirectories(folder.resolve("late"));
        Files.writeString(late.resolve("entries.csv"), entries);
        List<String> instalments = Files.readAllLines(folder.resolve("ledger").resolve("instalments.csv"));
        StringBuilder corrected = new StringBuilder(instalments.get(0)).append('\n');
        instalments.stream()
                .filter(line -> line.startsWith("H") && line.contains(",2026-09-"))
                .limit(50)
                .map(line -> line.replace(",2026-09-", ",2026-08-"))
                .forEach(line -> corrected.append(line).append('\n'));
        Files.writeString(late.resolve("instalments.csv"), corrected);
        return late;
    }

    private static void load(Application application, Path delivery) {
        ImportOutcome outcome = application.imports().run(ImportRequest.of(delivery, "tester"));
        assertThat(outcome.exitCode()).as(outcome.message()).isEqualTo(ExitCode.DONE);
    }

    private static List<Long> nightsAssessingAll(Application application) {
        return new JdbcTemplate(application.pool())
                .queryForList("SELECT run_id FROM runs WHERE full_assessment ORDER BY run_id", Long.class);
    }

    /** Standings written by one run, or by all when it is 0, history included. */
    private static long standingsOf(Application application, long run) {
        String where = run == 0 ? "" : " WHERE run_id = " + run;
        JdbcTemplate jdbc = new JdbcTemplate(application.pool());
        return count(jdbc, "SELECT COUNT(*) FROM standing" + where)
                + count(jdbc, "SELECT COUNT(*) FROM standing_history" + where);
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
