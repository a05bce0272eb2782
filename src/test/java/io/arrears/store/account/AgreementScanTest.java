package io.arrears.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.run.KeyRange;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class AgreementScanTest {

    private static final Instant POSTED = Instant.parse("2026-02-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final String LOADED =
            " lender = 'harbour', account_id = 'A', revision = 1, known_at = '2026-01-01 00:00:00',"
                    + " import_id = 1, digest = X'00112233445566778899AABBCCDDEEFF', ";
    private static final String AGREED =
            "agreed_on = '2026-02-01', effective_on = '2026-02-01', posted_at = '2026-02-01 10:00:00'";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_promise_a_mandate_and_terms_come_with_what_they_say(Databases kind) throws SQLException {
        try (var pool = Database.open(kind.fresh(folder), 6)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            jdbc.update("INSERT INTO accounts SET" + LOADED
                    + "product = 'x', borrower_id = 'B', opened_on = '2026-01-05', currency = 'CNY', principal = 1,"
                    + " term_count = 1, repayment_frequency = 'MONTHLY'");
            for (String agreement : new String[] {
                "agreement_id = 'G1', type = 'PROMISE', amount = 5000, until_on = '2026-02-09', ",
                "agreement_id = 'G2', type = 'AGENCY', agency = '清收公司', until_on = '2026-08-01', ",
                "agreement_id = 'G3', type = 'CONTACT_TERMS', terms = 'dials=10', evidence = 'form 7', "
            }) {
                jdbc.update("INSERT INTO agreements SET" + LOADED + agreement + AGREED);
            }
            try (LedgerScan scan = new LedgerScan(pool, Scope.all("harbour", KeyRange.ALL), POSTED)) {
                assertThat(Objects.requireNonNull(scan.next()).agreements())
                        .containsExactlyInAnyOrder(
                                new Agreement(
                                        "G1",
                                        AgreementType.PROMISE,
                                        DAY,
                                        DAY,
                                        POSTED,
                                        null,
                                        5000L,
                                        DAY.plusDays(8),
                                        null,
                                        null,
                                        false),
                                new Agreement(
                                        "G2",
                                        AgreementType.AGENCY,
                                        DAY,
                                        DAY,
                                        POSTED,
                                        null,
                                        null,
                                        LocalDate.of(2026, 8, 1),
                                        "清收公司",
                                        null,
                                        false),
                                new Agreement(
                                        "G3",
                                        AgreementType.CONTACT_TERMS,
                                        DAY,
                                        DAY,
                                        POSTED,
                                        null,
                                        null,
                                        null,
                                        null,
                                        "dials=10",
                                        true));
            }
        }
    }
}
