package io.arrears.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.delinquency.ReviewFact;
import io.arrears.ledger.AccountFacts;
import io.arrears.run.KeyRange;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What stands of what was accepted, however many accounts it is of. */
class AcceptedReviewStoreTest {

    private static final Instant NOW = Instant.parse("2026-09-02T20:00:00Z");
    private static final String LOADED = ", revision = 1, known_at = '2026-08-01 17:00:00', import_id = 1,"
            + " digest = X'00112233445566778899AABBCCDDEEFF'";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_stands_is_found_by_one_scan_of_the_accounts_that_have_some(Databases kind) throws SQLException {
        try (var pool = Database.open(kind.fresh(folder), 20)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            for (int i = 10; i < 30; i++) {
                book(jdbc, "A" + i);
            }
            book(jdbc, "B1");
            try (LedgerScan scan = new LedgerScan(pool, Scope.all("harbour", KeyRange.ALL), NOW)) {
                for (AccountFacts facts = scan.next(); facts != null; facts = scan.next()) {
                    accept(pool, facts);
                }
            }
            AtomicInteger connections = new AtomicInteger();
            Map<String, List<AcceptedReview>> standing =
                    new AcceptedReviewStore(counting(pool, connections)).standing("harbour", KeyRange.ALL, NOW);
            Map<String, Integer> counts = new TreeMap<>();
            standing.forEach((account, accepted) -> counts.put(account, accepted.size()));
            assertThat(counts.values()).containsOnly(0, 1);
            counts.values().removeIf(count -> count == 0);
            assertThat(counts.keySet())
                    .isEqualTo(new TreeSet<>(
                            List.of("A10", "A12", "A14", "A16", "A18", "A20", "A22", "A24", "A26", "A28")));
            assertThat(connections).as("the acceptances, and a cursor a table").hasValue(7);
            assertThat(new AcceptedReviewStore(pool).standing("harbour", new KeyRange("A11", "A14"), NOW))
                    .containsOnlyKeys("A12", "A13", "A14");
        }
    }

    /** A payment before the opening, on the account alone that the acceptance is of. */
    private static void book(JdbcTemplate jdbc, String account) {
        String of = "lender = 'harbour', account_id = '" + account + "', ";
        jdbc.update("INSERT INTO accounts SET " + of
                + "product = 'cash-loan', borrower_id = 'B1', opened_on = '2026-01-05',"
                + " matures_on = '2027-01-10', currency = 'CNY', principal = 1200000, term_count = 12,"
                + " repayment_frequency = 'MONTHLY', repayment_method = 'SINGLE'" + LOADED);
        jdbc.update("INSERT INTO entries SET " + of + "value_on = '2026-01-03', posted_at = '2026-01-03 01:02:03',"
                + " entry_id = 'E" + account + "', type = 'REPAYMENT', amount = 40, paid_by = 'BORROWER'" + LOADED);
    }

    /** On the facts of the even ones as they are, of the odd ones as they were; of none that begins with B. */
    private static void accept(DataSource pool, AccountFacts facts) {
        String account = facts.account().id().value();
        if (account.startsWith("B")) {
            return;
        }
        Review review = new Review(ReviewCode.BEFORE_OPENING, "E" + account);
        boolean stands = Integer.parseInt(account.substring(1)) % 2 == 0;
        String fact = stands ? ReviewFact.digest(review, facts).orElseThrow() : "0".repeat(64);
        new AcceptedReviewStore(pool)
                .accept(
                        "harbour",
                        account,
                        new AcceptedReview(review, fact, NOW.minusSeconds(1), List.of("ann", "bob"), "why"));
    }

    private static DataSource counting(DataSource pool, AtomicInteger connections) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        };
    }
}
