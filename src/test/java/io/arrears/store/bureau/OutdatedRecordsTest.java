package io.arrears.store.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Reported;
import io.arrears.furnish.Submission;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A file of run 5, made on 2 September, beside files of run 4 and facts that became known since (S3, S18). */
class OutdatedRecordsTest {

    private static final Instant MADE_AT = Instant.parse("2026-09-02T20:00:00Z");
    private static final String OF_BUREAU = "lender = 'harbour', bureau = 'pboc', environment = 'TEST', kind = '210', ";
    private static final SubmissionStore.Filed FILED = new SubmissionStore.Filed(
            new Submission("made", "210", 1, new Submission.Place(0, 0), new Submission.Place(1, 9), 3),
            "pboc",
            "TEST",
            "harbour",
            5,
            Reported.State.PREPARED,
            1,
            MADE_AT,
            0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_first_record_counts_that_the_bureau_has_loaded_or_must_not_get_since(Databases kind) {
        try (var pool = Database.open(kind.fresh(folder), 3)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            OutdatedRecords records = new SubmissionRecords(pool).outdated();
            record(jdbc, 5, "A1", 0, 0, "REPORT");
            record(jdbc, 5, "A2", 0, 1, "REPORT");
            record(jdbc, 5, "A3", 1, 0, "RETRACT_ACCOUNT");
            record(jdbc, 5, "A4", 1, 1, "REPORT");
            record(jdbc, 4, "A1", 0, 0, "REPORT");
            record(jdbc, 4, "A2", 0, 1, "REPORT");
            record(jdbc, 4, "A4", 1, 0, "REPORT");
            file(jdbc, "one", 0, 0);
            file(jdbc, "other", 0, 1);
            assertThat(records.repeated(FILED, MADE_AT)).isEmpty();
            move(jdbc, "one", 1, "ACCEPTED", "2026-09-02 19:59:59");
            move(jdbc, "other", 1, "ACCEPTED", "2026-09-02 20:00:00");
            assertThat(records.repeated(FILED, MADE_AT)).as("not since").isEmpty();
            move(jdbc, "one", 2, "ACCEPTED", "2026-09-03 00:00:01");
            refuse(jdbc, "A1", 0, 0, "2026-09-03 00:00:01");
            move(jdbc, "other", 2, "SENT", "2026-09-03 00:00:02");
            assertThat(records.repeated(FILED, MADE_AT)).as("refused, sent").isEmpty();
            move(jdbc, "other", 3, "ACCEPTED", "2026-09-03 00:00:03");
            assertThat(records.repeated(FILED, MADE_AT))
                    .hasValue(new OutdatedRecords.Repeated(new Submission.Place(0, 1), "other"));
            move(jdbc, "one", 3, "ACCEPTED", "2026-09-03 00:00:04");
            assertThat(records.repeated(FILED, MADE_AT))
                    .as("not refused by its newest answer")
                    .hasValue(new OutdatedRecords.Repeated(new Submission.Place(0, 0), "one"));

            block(jdbc, "F1", 1, "A3", "pboc", "yes");
            block(jdbc, "F2", 1, "A1", "baihang", "yes");
            block(jdbc, "F3", 1, "A2", "pboc", "yes");
            block(jdbc, "F3", 2, "A2", "pboc", "no");
            assertThat(records.blocked(FILED, LocalDate.of(2026, 9, 3)))
                    .as("taken back, another bureau's, corrected")
                    .isEmpty();
            block(jdbc, "F4", 1, "A4", "pboc", "yes");
            assertThat(records.blocked(FILED, LocalDate.of(2026, 9, 2))).isEmpty();
            assertThat(records.blocked(FILED, LocalDate.of(2026, 9, 3))).hasValue(new Submission.Place(1, 1));
        }
    }

    private static void record(JdbcTemplate jdbc, long run, String account, int part, long ordinal, String act) {
        jdbc.update(
                "INSERT INTO furnished SET " + OF_BUREAU + "run_id = ?, account_id = ?, part = ?, ordinal = ?, act = ?,"
                        + " subject = 'ACCOUNT', moment = 'MONTH_END', speaks_of = '2026-08-31', is_negative = FALSE,"
                        + " is_last = FALSE, reported_on = '2026-08-31', digest = ?, facts = '{}'",
                run,
                account,
                part,
                ordinal,
                act,
                "of run " + run);
    }

    private static void file(JdbcTemplate jdbc, String name, int part, long ordinal) {
        jdbc.update(
                "INSERT INTO submission SET " + OF_BUREAU + "submission = ?, run_id = 4, serial = 1, from_part = ?,"
                        + " from_ordinal = ?, to_part = ?, to_ordinal = ?, `records` = 1",
                name,
                part,
                ordinal,
                part,
                ordinal);
    }

    private static void move(JdbcTemplate jdbc, String name, int number, String state, String at) {
        jdbc.update(
                "INSERT INTO submission_state SET bureau = 'pboc', environment = 'TEST', submission = ?, `number` = ?,"
                        + " state = ?, at = ?, by_one = 'ann'",
                name,
                number,
                state,
                at);
    }

    private static void refuse(JdbcTemplate jdbc, String account, int part, long ordinal, String at) {
        jdbc.update(
                "INSERT INTO refusal SET " + OF_BUREAU + "run_id = 4, account_id = ?, part = ?, ordinal = ?,"
                        + " answered_at = ?, reason = 1, code = 'BLE019', tag = 'TotOverd'",
                account,
                part,
                ordinal,
                at);
    }

    private static void block(JdbcTemplate jdbc, String id, int revision, String account, String bureau, String value) {
        jdbc.update(
                "INSERT INTO bureau_facts SET lender = 'harbour', account_id = ?, fact_id = ?, revision = ?, bureau = ?,"
                        + " `key` = 'furnish_block', `value` = ?, effective_on = '2026-09-03',"
                        + " posted_at = '2026-09-02 00:00:00', known_at = '2026-09-03 00:00:00', import_id = 1,"
                        + " digest = X'00112233445566778899AABBCCDDEEFF'",
                account,
                id,
                revision,
                bureau,
                value);
    }
}
