package io.arrears.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which accounts a night looks at for what moved at a bureau since the night before, and from which day of the past on. */
class NightQueriesTest {

    private static final String BEFORE = "2026-09-01 20:00:00";
    private static final String EVER = "1000-01-01";
    private static final String TODAY = "9999-12-31";
    private static final String OF_BUREAU = "lender = 'harbour', bureau = 'pboc', environment = 'PRODUCTION', ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_past_is_looked_at_again_where_more_or_less_is_told_than_was_thought(Databases kind) throws Exception {
        try (var pool = Database.open(kind.fresh(folder), 5)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            // each move: the hours since the run before
            file(jdbc, "A1", "-3 PREPARED");
            file(jdbc, "A2", "-3 PREPARED", "-2 RELEASED");
            file(jdbc, "A3", "-3 PREPARED", "-2 RELEASED", "0 SENT");
            file(jdbc, "A4", "-3 SENT", "5 ACCEPTED");
            file(jdbc, "A5", "1 SENT", "5 ACCEPTED");
            file(jdbc, "A6", "-3 PREPARED", "5 ACCEPTED");
            file(jdbc, "A7", "-3 SENT", "5 REJECTED");
            file(jdbc, "A8", "-3 PREPARED", "5 VOID");
            file(jdbc, "A9", "-3 SENT", "1 REJECTED", "5 ACCEPTED");
            file(jdbc, "B1", "-3 PREPARED", "25 VOID");
            file(jdbc, "B2", "-3 SENT");
            file(jdbc, "B3", "-3 SENT", "-2 ACCEPTED");
            file(jdbc, "B4", "-3 VOID");
            file(jdbc, "C1", "-3 SENT", "-2 ACCEPTED");
            jdbc.update("INSERT INTO refusal SET " + of("C1") + "answered_at = '2026-09-02 01:00:00', reason = 1,"
                    + " code = 'X', tag = ''");
            file(jdbc, "C2", "-3 SENT", "-2 ACCEPTED");
            jdbc.update("INSERT INTO record_word SET " + of("C2") + "said_at = '2026-09-02 01:00:00', word = 'RETELL',"
                    + " by_one = 'ann', reason = 'right'");
            furnished(jdbc, 0, "C3");
            jdbc.update("INSERT INTO baseline_load SET " + OF_BUREAU + "part = 0, at = '2026-09-02 01:00:00'");

            new NightQueries(pool)
                    .noteTouched(run(9, "2026-09-02T20:00:00Z", 5L), run(5, "2026-09-01T20:00:00Z", null), true);

            Map<String, String> since = new TreeMap<>();
            jdbc.query("SELECT account_id, since FROM night_accounts WHERE run_id = 9", row -> {
                since.put(row.getString(1), row.getObject(2, LocalDate.class).toString());
            });
            assertThat(since)
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry("A1", TODAY),
                            Map.entry("A2", TODAY),
                            Map.entry("A3", TODAY),
                            Map.entry("A4", TODAY),
                            Map.entry("A5", TODAY),
                            Map.entry("A6", EVER),
                            Map.entry("A7", EVER),
                            Map.entry("A8", EVER),
                            Map.entry("A9", EVER),
                            Map.entry("B1", TODAY),
                            Map.entry("C1", EVER),
                            Map.entry("C2", EVER),
                            Map.entry("C3", EVER)));
        }
    }

    /** A file of one record, of the account that it is named after. */
    private static void file(JdbcTemplate jdbc, String account, String... moves) {
        furnished(jdbc, 5, account);
        int ordinal = ordinal(account);
        jdbc.update(
                "INSERT INTO submission SET " + OF_BUREAU + "submission = ?, run_id = 5, kind = '210', serial = ?,"
                        + " from_part = 0, from_ordinal = ?, to_part = 0, to_ordinal = ?, `records` = 1",
                account,
                ordinal,
                ordinal,
                ordinal);
        for (int i = 0; i < moves.length; i++) {
            String[] move = moves[i].split(" ");
            jdbc.update(
                    "INSERT INTO submission_state (bureau, environment, submission, `number`, state, at, by_one)"
                            + " VALUES ('pboc', 'PRODUCTION', ?, ?, ?, TIMESTAMPADD(HOUR, ?, TIMESTAMP '" + BEFORE
                            + "'), 'ann')",
                    account,
                    i + 1,
                    move[1],
                    Integer.parseInt(move[0]));
        }
    }

    private static void furnished(JdbcTemplate jdbc, long run, String account) {
        jdbc.update("INSERT INTO furnished SET " + of(account).replace("run_id = 5", "run_id = " + run)
                + "subject = 'ACCOUNT', act = 'REPORT', moment = 'MONTH_END', speaks_of = '2026-07-31',"
                + " is_negative = FALSE, is_last = FALSE, reported_on = '2026-07-31', digest = 'd', facts = '{}'");
    }

    private static String of(String account) {
        return OF_BUREAU + "account_id = '" + account + "', run_id = 5, kind = '210', part = 0, ordinal = "
                + ordinal(account) + ", ";
    }

    private static int ordinal(String account) {
        return account.charAt(0) * 10 + account.charAt(1);
    }

    private static Run run(long id, String generatedAt, @Nullable Long previous) {
        Lender lender = LenderFile.load(Path.of("jobs"), "harbour");
        Instant at = Instant.parse(generatedAt);
        return new Run(
                id,
                lender,
                LocalDate.ofInstant(at, lender.policy().zone()),
                1,
                Run.State.STARTED,
                at,
                at,
                null,
                at,
                "test",
                false,
                previous,
                0,
                null,
                null,
                Set.of(),
                null,
                null,
                null);
    }
}
