package io.arrears.store.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.ReportingTerms;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import io.arrears.store.account.Scope;
import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** When accounts were sold and which are blocked, by the newest form of each row that the run knows; generated on 3 September in Shanghai. */
class LedgerViewScanTest {

    private static final Instant NOW = Instant.parse("2026-09-02T20:00:00Z");
    private static final String IN_TIME = "2026-09-01 00:00:00";
    private static final String TOO_LATE = "2026-09-03 00:00:00";

    /** Account; agreements as {@code id revision type day known-at}, facts as {@code id revision bureau key value day known-at}. */
    private static final List<String> ROWS = List.of(
            "A0",
            "A1 | G1 1 TRANSFER 2026-08-20   | F1 1 pboc furnish_block yes 2026-09-03",
            "A2 | G2 1 TRANSFER 2026-09-03   | F2 1 pboc furnish_block yes 2026-09-04",
            "A3 | G3 1 TRANSFER 2026-08-20   | F3 1 pboc furnish_block yes 2026-08-01",
            "A3 | G3 2 SETTLEMENT 2026-08-20 | F3 2 pboc furnish_block no 2026-08-01",
            "A4 | G4 1 TRANSFER 2026-08-20   | F4 1 baihang furnish_block yes 2026-08-01",
            "A4 | G5 1 TRANSFER 2026-08-10   | F5 1 pboc loan_form yes 2026-08-01",
            "A5 | G6 1 TRANSFER 2026-08-20   | F6 1 pboc furnish_block yes 2026-08-01",
            "A5 | G6 2 TRANSFER 2026-08-21   | F7 1 pboc furnish_block no 2026-08-02",
            "A6 | G7 1 SETTLEMENT 2026-08-20 | F8 1 pboc furnish_block yes 2026-08-01",
            "A6 | G7 2 TRANSFER 2026-08-20 ! | F8 2 pboc furnish_block no 2026-08-01 !");

    private static final List<String> SAYS = List.of(
            "A0 not sold, tell",
            "A1 2026-08-20, blocked",
            "A2 not sold, tell",
            "A3 not sold, tell",
            "A4 2026-08-10, tell",
            "A5 2026-08-21, tell",
            "A6 not sold, blocked");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_is_sold_and_blocked_by_the_newest_form_known_whichever_accounts_are_read(Databases kind)
            throws SQLException {
        try (var pool = Database.open(kind.fresh(folder), 5)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            ROWS.forEach(row -> insert(jdbc, row));
            assertThat(read(pool, Scope.all("harbour", KeyRange.ALL))).isEqualTo(SAYS);
            assertThat(read(pool, Scope.touched(run(), KeyRange.ALL))).isEqualTo(SAYS);
        }
    }

    private static void insert(JdbcTemplate jdbc, String row) {
        String[] parts = row.split(" *\\| *");
        String of = " SET lender = 'harbour', account_id = '" + parts[0] + "', import_id = 1, digest = X'"
                + "00112233445566778899AABBCCDDEEFF', known_at = ";
        if (jdbc.queryForList("SELECT 1 FROM accounts WHERE account_id = ?", parts[0])
                .isEmpty()) {
            jdbc.update("INSERT INTO accounts" + of + "'" + IN_TIME + "', revision = 1, product = 'cash-loan',"
                    + " borrower_id = 'B1', opened_on = '2026-01-05', currency = 'CNY', principal = 1, term_count = 1,"
                    + " repayment_frequency = 'MONTHLY'");
            jdbc.update(
                    "INSERT INTO night_accounts SET run_id = 9, account_id = '" + parts[0] + "', since = '2026-02-11'");
        }
        if (parts.length > 1) {
            String[] agreed = parts[1].split(" ");
            jdbc.update(
                    "INSERT INTO agreements" + of + known(agreed, 4) + ", posted_at = '2026-08-01 00:00:00',"
                            + " agreed_on = '2026-08-01', agreement_id = ?, revision = ?, type = ?, effective_on = ?",
                    agreed[0],
                    agreed[1],
                    agreed[2],
                    agreed[3]);
            String[] fact = parts[2].split(" ");
            jdbc.update(
                    "INSERT INTO bureau_facts" + of + known(fact, 6) + ", posted_at = '2026-08-01 00:00:00',"
                            + " fact_id = ?, revision = ?, bureau = ?, `key` = ?, `value` = ?, effective_on = ?",
                    fact[0],
                    fact[1],
                    fact[2],
                    fact[3],
                    fact[4],
                    fact[5]);
        }
    }

    /** {@code !} behind a row: after the cutoff. */
    private static String known(String[] row, int at) {
        return "'" + (row.length > at ? TOO_LATE : IN_TIME) + "'";
    }

    private static List<String> read(DataSource pool, Scope scope) throws SQLException {
        Run run = run();
        ReportingTerms terms = run.lender().bureau("pboc").terms();
        try (LedgerViewScan scan = new LedgerViewScan(pool, scope, run, terms)) {
            List<String> read = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LedgerViewScan.Agreed agreed = Objects.requireNonNull(scan.take("A" + i));
                read.add("A" + i + " " + (agreed.soldOn() == null ? "not sold" : agreed.soldOn()) + ", "
                        + (agreed.isBlocked() ? "blocked" : "tell"));
            }
            assertThat(scan.take("A7")).isNull();
            return read;
        }
    }

    private static Run run() {
        Lender lender = LenderFile.load(Path.of("jobs"), "harbour");
        return new Run(
                9,
                lender,
                LocalDate.of(2026, 9, 2),
                1,
                Run.State.STARTED,
                NOW,
                NOW,
                null,
                NOW,
                "test",
                false,
                5L,
                0,
                null,
                null,
                Set.of(),
                null,
                null,
                null);
    }
}
