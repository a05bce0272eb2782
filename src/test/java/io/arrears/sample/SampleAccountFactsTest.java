package io.arrears.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What PBOC's record 210 asks of an account beyond its ledger, and who guarantees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what was read back is let go with the class
class SampleAccountFactsTest {
    private static final SampleSpec SPEC =
            new SampleSpec(3_000, 11, SampleSpec.DEMO_DAY, List.of(SampleLender.HARBOUR));

    @TempDir
    private static Path dir;

    private Delivery ledger = Delivery.NONE;
    private Map<String, Map<String, String>> ofAccounts = Map.of();

    @BeforeAll
    void write() {
        ledger = Delivery.write(SPEC, dir);
        ofAccounts = ledger.facts("account_id");
    }

    @Test
    void an_accounts_facts_hold_from_its_opening() {
        var accounts = ledger.byId("accounts", "account_id");
        for (var row : ledger.rows("bureau_facts")) {
            if (row.get("fact_id").matches("H[0-9]+K[0-9]+")) {
                assertThat(row.get("effective_on"))
                        .isEqualTo(accounts.get(row.get("account_id")).get("opened_on"));
            }
        }
    }

    /** 1 pledge, 2 mortgage, 3 guarantee, 4 unsecured (PBOC's GuarMode). */
    @Test
    void how_an_account_is_secured_agrees_with_its_product_and_its_guarantor() {
        var accounts = ledger.byId("accounts", "account_id");
        ofAccounts.forEach((id, facts) -> {
            boolean guaranteed = ledger.of("parties", id).stream()
                    .anyMatch(row -> row.get("role").equals("GUARANTOR"));
            boolean car = accounts.get(id).get("product").equals("car-loan");
            assertThat(facts.get("guarantee_mode")).isEqualTo(guaranteed ? "3" : car ? "2" : "4");
            assertThat(facts.containsKey("guarantee_contract")).isEqualTo(guaranteed);
            assertThat(facts.containsKey("collateral_contract")).isEqualTo(car && !guaranteed);
            assertThat(facts)
                    .containsKeys(
                            "application_district", "other_guarantee", "asset_transferred", "fund_source", "loan_form")
                    .doesNotContainKeys("house_contract", "first_house_loan", "credit_agreement", "furnish_block");
        });
    }

    @Test
    void one_account_in_twenty_is_guaranteed_by_another_borrower_for_all_of_it() {
        var accounts = ledger.byId("accounts", "account_id");
        var people = ledger.byId("borrowers", "borrower_id");
        var guarantors = ledger.rows("parties").stream()
                .filter(row -> row.get("role").equals("GUARANTOR"))
                .toList();
        assertThat((double) accounts.size() / guarantors.size()).isBetween(14.0, 25.0);
        for (var row : guarantors) {
            var account = accounts.get(row.get("account_id"));
            assertThat(row.get("borrower_id")).isNotEqualTo(account.get("borrower_id"));
            assertThat(row.get("amount")).isEqualTo(account.get("principal"));
            assertThat(row.get("from_on")).isEqualTo(account.get("opened_on"));
            assertThat(Delivery.isResidentId(people.get(row.get("borrower_id")).get("id_number")))
                    .isTrue();
        }
    }

    @Test
    void no_seat_has_its_own_borrower_as_guarantor() {
        long stories = AccountSlot.STORIES.size();
        for (long local = 0; local < 2 * 8 * stories; local++) {
            var seat = new AccountSlot(SampleLender.HARBOUR, 0, local);
            assertThat(seat.guarantor().map(AccountSlot::borrowerId)).isNotEqualTo(Optional.of(seat.borrowerId()));
            assertThat(seat.guarantor().isPresent()).isEqualTo(local >= 3);
        }
    }

    @Test
    void disputes_are_open_and_resolved() {
        assertThat(ledger.column("disputes", "resolved_on"))
                .anyMatch(String::isEmpty)
                .anyMatch(day -> !day.isEmpty());
    }

    @Test
    void both_shares_of_a_joint_loan_are_guaranteed_or_none() {
        var guarantors = ledger.rows("parties").stream()
                .filter(row -> row.get("role").equals("GUARANTOR"))
                .map(row -> row.get("account_id"))
                .toList();
        var shares = ledger.rows("accounts").stream()
                .filter(row -> !row.get("joint_loan_id").isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.get("joint_loan_id"),
                        Collectors.mapping(row -> guarantors.contains(row.get("account_id")), Collectors.toSet())));
        assertThat(shares).isNotEmpty();
        assertThat(shares.values()).allMatch(answers -> answers.size() == 1);
    }
}
