package io.arrears.store.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.delinquency.ReviewFact;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Reported;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Components;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Notice;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.Party;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import io.arrears.ledger.Terms;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import io.arrears.store.account.AcceptedReviewStore;
import io.arrears.store.account.Scope;
import io.arrears.store.jdbc.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One account with a value of its own in every column that decides what a bureau is told. */
class DossierScanTest {

    private static final Instant ANSWERED_AT = Instant.parse("2026-08-05T00:00:07Z");
    private static final Reported.Course COURSE = new Reported.Course(ANSWERED_AT, true, null);
    private static final Instant NOW = Instant.parse("2026-09-02T20:00:00Z");
    private static final long RUN = 9;
    private static final String LOADED = ", revision = 1, known_at = '2026-08-01 17:00:00', import_id = 1,"
            + " digest = X'00112233445566778899AABBCCDDEEFF'";
    private static final String OF_ACCOUNT = "lender = 'harbour', account_id = 'A1', ";
    private static final List<String> ROWS = List.of(
            "borrowers SET borrower_id = 'B1', full_name = 'name', surname = 's', given_name = 'g', middle_name = 'm',"
                    + " id_type = 'PASSPORT', id_number = 'number', birth_date = '1990-03-07', phone = 'phone',"
                    + " address_line1 = 'one', address_line2 = 'two', city = 'city', region = 'region',"
                    + " postal_code = 'code', country = 'CN'" + LOADED,
            "borrowers SET borrower_id = 'B2', full_name = 'other name', id_type = 'RESIDENT_ID',"
                    + " id_number = 'other number', birth_date = '1991-04-08', phone = 'other phone',"
                    + " address_line1 = 'three', address_line2 = 'four', city = 'other city',"
                    + " region = 'other region', postal_code = 'other', country = 'HK'" + LOADED,
            "accounts SET " + OF_ACCOUNT + "product = 'cash-loan', borrower_id = 'B1', opened_on = '2026-01-05',"
                    + " matures_on = '2027-01-10', currency = 'CNY', principal = 1200000, term_count = 12,"
                    + " repayment_frequency = 'MONTHLY', repayment_method = 'SINGLE'" + LOADED,
            "instalments SET " + OF_ACCOUNT + "schedule_version = 2, `number` = 3, due_on = '2026-02-10',"
                    + " principal = 11, interest = 12, fee = 13, penalty = 14" + LOADED,
            "entries SET " + OF_ACCOUNT + "value_on = '2026-02-11', posted_at = '2026-02-12 01:02:03', entry_id = 'E1',"
                    + " type = 'REPAYMENT', amount = 40, principal = 7, interest = 8, fee = 9, penalty = 16,"
                    + " paid_by = 'GUARANTOR'" + LOADED,
            "agreements SET " + OF_ACCOUNT + "effective_on = '2026-03-01', posted_at = '2026-02-28 04:05:06',"
                    + " agreement_id = 'G1', type = 'EXTENSION', agreed_on = '2026-02-27', schedule_version = 4"
                    + LOADED,
            "consents SET borrower_id = 'B1', bureau = 'pboc', given_at = '2026-01-03 00:00:01', form_version = 'v7',"
                    + " withdrawn_at = '2026-01-04 00:00:02'" + LOADED,
            "consents SET borrower_id = 'B1', bureau = '*', given_at = '2026-01-03 00:00:01', form_version = 'v8'"
                    + LOADED,
            "consents SET borrower_id = 'B1', bureau = 'other', given_at = '2026-01-03 00:00:01', form_version = 'v9'"
                    + LOADED,
            "notices SET " + OF_ACCOUNT + "notice_id = 'N1', kind = 'BEFORE_NEGATIVE', channel = 'SMS',"
                    + " sent_at = '2026-03-02 00:00:03', delivered_at = '2026-03-02 00:00:04', evidence = 'receipt'"
                    + LOADED,
            "disputes SET " + OF_ACCOUNT + "dispute_id = 'D1', opened_on = '2026-03-03', resolved_on = '2026-03-04'"
                    + LOADED,
            "parties SET " + OF_ACCOUNT + "party_id = 'P1', borrower_id = 'B2', role = 'GUARANTOR', amount = 5000,"
                    + " from_on = '2026-01-06', to_on = '2026-07-08'" + LOADED,
            "bureau_facts SET " + OF_ACCOUNT + "fact_id = 'F1', bureau = 'pboc', `key` = 'loan_form', `value` = '9',"
                    + " effective_on = '2026-01-07', posted_at = '2026-01-08 00:00:05'" + LOADED,
            "bureau_facts SET lender = '', account_id = '', fact_id = 'F2', bureau = 'pboc', borrower_id = 'B1',"
                    + " `key` = 'sex', `value` = '1', effective_on = '2026-01-09', posted_at = '2026-01-10 00:00:06'"
                    + LOADED,
            "rejects SET import_id = 1, feed = 'entries', line = 2, row_key = 'E9', lender = 'harbour',"
                    + " account_id = 'A1', column_name = 'amount', masked_value = '*', reason = 'why', state = 'OPEN',"
                    + " opened_at = '2026-08-01 17:00:00'",
            "furnished SET " + OF_ACCOUNT + "bureau = 'pboc', environment = 'PRODUCTION', run_id = 5, kind = '210',"
                    + " subject = 'PERSON', act = 'REPORT', moment = 'MONTH_END', speaks_of = '2026-07-30',"
                    + " is_negative = TRUE, is_last = FALSE, overdue = 40,"
                    + " part = 0, ordinal = 1, code = '30', reported_on = '2026-07-31', digest = 'abc',"
                    + " facts = '{\"Month\":\"2026-07\"}'",
            "furnished SET " + OF_ACCOUNT + "bureau = 'pboc', environment = 'PRODUCTION', run_id = 5, kind = '212',"
                    + " subject = 'ACCOUNT', act = 'CORRECT', moment = 'EVENT', speaks_of = '2026-06-29',"
                    + " is_negative = FALSE, is_last = TRUE,"
                    + " part = 0, ordinal = 2, code = 'H', reported_on = '2026-06-30', digest = 'def',"
                    + " facts = '{\"Month\":\"2026-06\"}'",
            "refusal SET " + OF_ACCOUNT + "bureau = 'pboc', environment = 'PRODUCTION', run_id = 5, kind = '210',"
                    + " part = 0, ordinal = 1, answered_at = '2026-08-05 00:00:07', reason = 1, code = 'BLE019', tag = 'TotOverd'",
            "night_accounts SET run_id = 9, account_id = 'A1', since = '2026-02-11'");

    private static final Dossier WHOLE = new Dossier(
            new AccountFacts(
                    new Account(
                            new AccountId("A1"),
                            "harbour",
                            "cash-loan",
                            day("2026-01-05"),
                            Currency.getInstance("CNY"),
                            1_200_000,
                            12),
                    List.of(new Instalment(2, 3, day("2026-02-10"), new Components(11, 12, 13, 14))),
                    List.of(new Entry(
                            "E1",
                            EntryType.REPAYMENT,
                            day("2026-02-11"),
                            Instant.parse("2026-02-12T01:02:03Z"),
                            40,
                            null,
                            new Components(7, 8, 9, 16),
                            PaidBy.GUARANTOR)),
                    List.of(new Agreement(
                            "G1",
                            AgreementType.EXTENSION,
                            day("2026-02-27"),
                            day("2026-03-01"),
                            Instant.parse("2026-02-28T04:05:06Z"),
                            4)),
                    List.of()),
            new Terms(day("2026-08-02"), day("2027-01-10"), 1_200_000, 12, "MONTHLY", "SINGLE"),
            new Person(
                    "B1",
                    "name",
                    "PASSPORT",
                    "number",
                    day("1990-03-07"),
                    "phone",
                    "one",
                    "two",
                    "city",
                    "region",
                    "code",
                    "CN"),
            true,
            List.of(
                    new Consent("pboc", "v8", Instant.parse("2026-01-03T00:00:01Z"), null),
                    new Consent(
                            "pboc",
                            "v7",
                            Instant.parse("2026-01-03T00:00:01Z"),
                            Instant.parse("2026-01-04T00:00:02Z"))),
            List.of(new Notice(
                    "N1",
                    "BEFORE_NEGATIVE",
                    "SMS",
                    Instant.parse("2026-03-02T00:00:03Z"),
                    Instant.parse("2026-03-02T00:00:04Z"),
                    "receipt")),
            List.of(new Dispute("D1", day("2026-03-03"), day("2026-03-04"))),
            List.of(new Party(
                    "P1",
                    PartyRole.GUARANTOR,
                    new Person(
                            "B2",
                            "other name",
                            "RESIDENT_ID",
                            "other number",
                            day("1991-04-08"),
                            "other phone",
                            "three",
                            "four",
                            "other city",
                            "other region",
                            "other",
                            "HK"),
                    5000L,
                    day("2026-01-06"),
                    day("2026-07-08"))),
            List.of(new BureauFact("F1", "loan_form", "9", day("2026-01-07"), Instant.parse("2026-01-08T00:00:05Z"))),
            List.of(new BureauFact("F2", "sex", "1", day("2026-01-09"), Instant.parse("2026-01-10T00:00:06Z"))),
            List.of("entries:E9"),
            List.of(),
            List.of(new Review(ReviewCode.BEFORE_OPENING, "E1")),
            List.of(
                    new Reported(
                            "212",
                            "H",
                            day("2026-06-30"),
                            "def",
                            Map.of("Month", "2026-06"),
                            new Meaning(
                                    Meaning.Subject.ACCOUNT,
                                    Meaning.Act.CORRECT,
                                    Meaning.Moment.EVENT,
                                    day("2026-06-29"),
                                    false,
                                    true,
                                    null),
                            Reported.State.SENT,
                            null,
                            COURSE),
                    new Reported(
                            "210",
                            "30",
                            day("2026-07-31"),
                            "abc",
                            Map.of("Month", "2026-07"),
                            new Meaning(
                                    Meaning.Subject.PERSON,
                                    Meaning.Act.REPORT,
                                    Meaning.Moment.MONTH_END,
                                    day("2026-07-30"),
                                    true,
                                    false,
                                    new BigDecimal("40")),
                            Reported.State.REJECTED,
                            "BLE019 TotOverd",
                            COURSE)),
            day("2026-02-11"));

    @TempDir
    Path folder;

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void every_column_comes_to_its_place_whether_all_accounts_are_read_or_those_of_a_night(Databases kind)
            throws SQLException {
        try (var pool = Database.open(kind.fresh(folder), 20)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            ROWS.forEach(row -> jdbc.update("INSERT INTO " + row));
            accept(pool, "BEFORE_OPENING", "E1", NOW, true);
            accept(pool, "AGREEMENT_VERSION_UNKNOWN", "G1", NOW.plusSeconds(1), true);
            accept(pool, "SCHEDULE_WITHOUT_AGREEMENT", "2", NOW.minusSeconds(2), true);
            accept(pool, "SCHEDULE_WITHOUT_AGREEMENT", "2", NOW.minusSeconds(1), false);
            KeyRange everything = new KeyRange("", "~");
            Run run = run();
            assertThat(read(pool, run, Scope.all("harbour", everything))).isEqualTo(WHOLE);
            assertThat(read(pool, run, Scope.touched(run, everything))).isEqualTo(WHOLE);
        }
    }

    /** Accounts with lower ids, each as it was and as it was corrected: {@code id borrower product}. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_is_its_persons_first_if_no_earlier_one_that_is_told_is_the_persons_now(Databases kind)
            throws SQLException {
        try (var pool = Database.open(kind.fresh(folder), 20)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            ROWS.forEach(row -> jdbc.update("INSERT INTO " + row));
            requireFirst(pool, true);
            account(jdbc, "A01", 1, "B1", "not-told");
            account(jdbc, "A02", 1, "B2", "cash-loan");
            account(jdbc, "A03", 1, "B1", "cash-loan");
            account(jdbc, "A03", 2, "B2", "cash-loan");
            account(jdbc, "A04", 1, "B1", "cash-loan");
            account(jdbc, "A04", 2, "B1", "not-told");
            account(jdbc, "A2", 1, "B1", "cash-loan");
            requireFirst(pool, true);
            account(jdbc, "A02", 2, "B1", "cash-loan");
            requireFirst(pool, false);
        }
    }

    private static void account(JdbcTemplate jdbc, String id, int revision, String borrower, String product) {
        jdbc.update(
                "INSERT INTO accounts SET lender = 'harbour', account_id = ?, borrower_id = ?, product = ?,"
                        + " opened_on = '2026-01-05', currency = 'CNY', principal = 1, term_count = 1,"
                        + " repayment_frequency = 'MONTHLY'" + LOADED.replace("revision = 1", "revision = " + revision),
                id,
                borrower,
                product);
    }

    private static void requireFirst(HikariDataSource pool, boolean isFirst) throws SQLException {
        KeyRange only = new KeyRange("A04", "A1");
        for (Scope scope : List.of(Scope.all("harbour", only), Scope.touched(run(), only))) {
            assertThat(read(pool, run(), scope))
                    .isNotNull()
                    .extracting(Dossier::firstOfPerson)
                    .isEqualTo(isFirst);
        }
    }

    /** Each fact as it was first told and as it was corrected: {@code bureau key} of both. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_fact_that_was_corrected_is_no_more_what_it_was(Databases kind) throws SQLException {
        try (var pool = Database.open(kind.fresh(folder), 20)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            ROWS.forEach(row -> jdbc.update("INSERT INTO " + row));
            String account = OF_ACCOUNT;
            String person = "lender = '', account_id = '', borrower_id = 'B1', ";
            fact(jdbc, account, "A1", "pboc furnish_block yes", "baihang furnish_block yes");
            fact(jdbc, account, "A2", "baihang loan_form 1", "pboc fund_source 8");
            fact(jdbc, account, "A3", "* five_class 5", "pboc loan_form 5");
            fact(jdbc, account, "A4", "pboc loan_form 4", "* five_class 4");
            fact(jdbc, person, "P1", "pboc sex 2", "baihang sex 2");
            fact(jdbc, person, "P2", "baihang degree 1", "pboc degree 2");
            Dossier read = read(pool, run(), Scope.all("harbour", new KeyRange("", "~")));
            assertThat(read).isNotNull();
            assertThat(read.accountFacts())
                    .extracting(fact -> fact.factId() + " " + fact.key())
                    .containsExactly("A2 fund_source", "A3 loan_form", "F1 loan_form");
            assertThat(read.personFacts())
                    .extracting(fact -> fact.factId() + " " + fact.value())
                    .containsExactly("F2 1", "P2 2");
            assertThat(read.facts().classFacts())
                    .extracting(fact -> fact.factId() + " " + fact.fiveClass())
                    .containsExactly("A4 4");
        }
    }

    private static void fact(JdbcTemplate jdbc, String whose, String id, String... forms) {
        for (int i = 0; i < forms.length; i++) {
            String[] form = forms[i].split(" ");
            jdbc.update(
                    "INSERT INTO bureau_facts SET " + whose + "fact_id = ?, bureau = ?, `key` = ?, `value` = ?,"
                            + " effective_on = '2026-01-07', posted_at = '2026-01-08 00:00:05'"
                            + LOADED.replace("revision = 1", "revision = " + (i + 1)),
                    id,
                    form[0],
                    form[1],
                    form[2]);
        }
    }

    /** On the facts as they are, or on others. */
    private static void accept(DataSource pool, String code, String subject, Instant at, boolean stands) {
        Review review = new Review(ReviewCode.valueOf(code), subject);
        String fact = ReviewFact.digest(review, WHOLE.facts()).orElseThrow();
        new AcceptedReviewStore(pool)
                .accept(
                        "harbour",
                        "A1",
                        new AcceptedReview(review, stands ? fact : "0".repeat(64), at, List.of("ann", "bob"), "why"));
    }

    private static @Nullable Dossier read(HikariDataSource pool, Run run, Scope scope) throws SQLException {
        Bureau bureau = run.lender().bureau("pboc");
        SubmissionStates states = new SubmissionStates(5, Set.of(), List.of(span("210"), span("212")));
        try (DossierScan scan = new DossierScan(pool, scope, run, bureau, states, false)) {
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(DossierScan.RESULTS);
            Dossier first = scan.next();
            assertThat(scan.next()).isNull();
            return first;
        }
    }

    private static SubmissionStates.Span span(String kind) {
        return new SubmissionStates.Span(
                new ReportedScan.Place(5, kind, 0, 0),
                new ReportedScan.Place(5, kind, 0, 9),
                Reported.State.SENT,
                ANSWERED_AT,
                true);
    }

    private static Run run() {
        Lender lender = LenderFile.load(Path.of("jobs"), "harbour");
        return new Run(
                RUN,
                lender,
                day("2026-09-02"),
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
