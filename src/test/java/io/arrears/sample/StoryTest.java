package io.arrears.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what was read back is let go with the class
class StoryTest {
    private static final SampleSpec SPEC = SampleSpec.of(2_050, 3);
    private static final List<String> OWED = List.of("principal", "interest", "fee", "penalty");

    @TempDir
    private static Path dir;

    private Delivery ledger = Delivery.NONE;

    @BeforeAll
    void write() {
        ledger = Delivery.write(SPEC, dir);
    }

    @ParameterizedTest
    @EnumSource
    void eachStoryIsToldAtEachLender(Story story) {
        for (var lender : List.of(SampleLender.HARBOUR, SampleLender.MERIDIAN)) {
            var id = SPEC.example(lender, story).orElseThrow();
            assertThat(ledger.of("accounts", id)).singleElement().satisfies(row -> assertThat(row.get("lender"))
                    .isEqualTo(lender.name()));
            assertThat(ledger.of("instalments", id).isEmpty()).isEqualTo(story == Story.NO_INSTALMENTS);
        }
    }

    @Test
    void aLedgerTooSmallForAStoryHasNoExample() {
        assertThat(SampleSpec.of(21, 1).example(SampleLender.HARBOUR, Story.CLASS_OVERRIDDEN))
                .isEmpty();
        assertThat(SampleSpec.uniform(2_000, 24, 1).example(SampleLender.HARBOUR, Story.PAYS_EXACTLY))
                .isEmpty();
    }

    /** Reckoned by hand from 31 October 2026; the usual schedule is due on the 21st, its eighth instalment in October. */
    @ParameterizedTest
    @CsvSource({
        "PAYS_EXACTLY,           0", "PAYS_LATE,              0", "PART_PAYMENT,         102",
        "NEVER_PAYS,           224", "OVERPAYS,               0", "PREPAYS,                0",
        "PREPAYS_EVERYTHING,     0", "TWO_PAYMENTS_ONE_DAY,  10", "BACKDATED,             10",
        "FUTURE_DATED,          10", "REST_OF_ONE_UNIT,      10", "GUARANTOR_PAYS,        40",
        "SINGLE_INSTALMENT,     12", "SINGLE_INSTALMENT_PAID, 0", "ZERO_INTEREST,         10",
        "DUE_ON_29,             94", "DUE_ON_30,             93", "DUE_ON_31,            123",
        "LEAP_DAY,             975", "DUE_ON_AS_OF,           0", "DUE_YESTERDAY,          1",
        "DPD_30,                30", "DPD_31,                31", "DPD_60,                60",
        "DPD_61,                61", "DPD_90,                90", "DPD_91,                91",
        "DPD_120,              120", "DPD_121,              121", "DPD_150,              150",
        "DPD_151,              151", "DPD_180,              180", "DPD_181,              181",
        "DPD_270,              270", "DPD_271,              271", "DPD_360,              360",
        "DPD_361,              361", "RECOVERED,             10", "OPENED_AFTER_AS_OF,     0",
    })
    void daysPastDueAreWhatTheStorySays(Story story, long dpd) {
        for (var lender : List.of(SampleLender.HARBOUR, SampleLender.MERIDIAN)) {
            assertThat(daysPastDue(SPEC.example(lender, story).orElseThrow())).isEqualTo(dpd);
        }
    }

    /** D8: version 2 lists what is unpaid after the credits of version 1, the last credit among them or not. */
    @ParameterizedTest
    @CsvSource({
        "CREDIT_BEFORE_BOTH,             true", "CREDIT_BEFORE_START,            true",
        "CREDIT_AFTER_BOTH,             false", "CREDIT_BEFORE_LATE_AGREEMENT,   true",
        "CREDIT_AFTER_LATE_AGREEMENT,   false", "CREDIT_ON_THE_DAY_BEFORE,       true",
        "CREDIT_ON_THE_DAY_SAME_INSTANT, true", "CREDIT_ON_THE_DAY_AFTER,       false",
        "CREDIT_SECOND_BEFORE_MIDNIGHT,  true", "CREDIT_SECOND_AFTER_MIDNIGHT,  false",
    })
    void versionTwoKnowsOfTheCreditOrNot(Story story, boolean known) {
        for (var lender : List.of(SampleLender.HARBOUR, SampleLender.MERIDIAN)) {
            var id = SPEC.example(lender, story).orElseThrow();
            var credits = ledger.of("entries", id).stream()
                    .filter(row -> row.get("type").equals("REPAYMENT"))
                    .map(row -> new BigDecimal(row.get("amount")))
                    .toList();
            var consumed = known ? credits : credits.subList(0, credits.size() - 1);
            var paid = consumed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(owed(id, "1").subtract(paid)).isEqualByComparingTo(owed(id, "2"));
        }
    }

    @Test
    void theSharesOfAJointLoanAreOneBorrowersAndAlike() {
        for (var lender : List.of(SampleLender.HARBOUR, SampleLender.MERIDIAN)) {
            var lead =
                    ledger.of("accounts", SPEC.example(lender, Story.JOINT_LOAN).orElseThrow());
            var share = ledger.of(
                    "accounts", SPEC.example(lender, Story.JOINT_LOAN_SHARE).orElseThrow());
            for (var column : List.of("joint_loan_id", "borrower_id", "principal", "currency", "opened_on")) {
                assertThat(lead.get(0).get(column))
                        .isNotEmpty()
                        .isEqualTo(share.get(0).get(column));
            }
        }
    }

    @Test
    void theBandsOfOverdueAccountsAreAllThere() {
        var ids = ledger.column("accounts", "account_id");
        var days = ids.stream().map(this::daysPastDue).toList();
        assertThat(days.stream().filter(dpd -> dpd == 0).count()).isGreaterThan(ids.size() / 2);
        for (var band :
                List.of(List.of(1, 30), List.of(31, 60), List.of(61, 90), List.of(91, 180), List.of(181, 999))) {
            assertThat(days).anyMatch(dpd -> dpd >= band.get(0) && dpd <= band.get(1));
        }
    }

    private BigDecimal owed(String accountId, String version) {
        return ledger.of("instalments", accountId).stream()
                .filter(row -> row.get("schedule_version").equals(version))
                .map(row -> Delivery.sum(row, OWED))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The age of the first instalment of version 1 that all credits valued by the as-of date together do not reach. */
    private long daysPastDue(String accountId) {
        var credits = ledger.of("entries", accountId).stream()
                .filter(row -> List.of("REPAYMENT", "RECOVERY", "WAIVER").contains(row.get("type")))
                .filter(row -> !LocalDate.parse(row.get("value_on")).isAfter(SPEC.asOf()))
                .map(row -> new BigDecimal(row.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var dues = new ArrayDeque<>(ledger.of("instalments", accountId));
        while (!dues.isEmpty() && credits.compareTo(Delivery.sum(dues.peek(), OWED)) >= 0) {
            credits = credits.subtract(Delivery.sum(dues.poll(), OWED));
        }
        return dues.isEmpty()
                ? 0
                : Math.max(
                        0, ChronoUnit.DAYS.between(LocalDate.parse(dues.peek().get("due_on")), SPEC.asOf()));
    }
}
