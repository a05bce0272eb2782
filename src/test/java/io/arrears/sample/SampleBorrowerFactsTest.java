package io.arrears.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What PBOC's record 110 asks of a borrower, by the bureau's own rules (R1100101, S1100101, S1100102, I1100F03, I1100G04). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what was read back is let go with the class
class SampleBorrowerFactsTest {
    private static final SampleSpec SPEC =
            new SampleSpec(3_000, 11, SampleSpec.DEMO_DAY, List.of(SampleLender.HARBOUR));
    private static final Set<String> NEEDED = Set.of(
            "customer_type",
            "sex",
            "nationality",
            "marital_status",
            "education",
            "degree",
            "employment_status",
            "residence_status",
            "mail_address",
            "mail_postal_code");
    private static final Set<String> MARRIED = Set.of("20", "21", "22", "23");
    private static final Set<String> EMPLOYED = Set.of("11", "13", "17", "21", "24", "91");
    private static final Set<String> OF_THE_EMPLOYED =
            Set.of("industry", "occupation", "title", "technical_title", "work_start_year");

    @TempDir
    private static Path dir;

    private Delivery ledger = Delivery.NONE;
    private Map<String, Map<String, String>> ofBorrowers = Map.of();

    @BeforeAll
    void write() {
        ledger = Delivery.write(SPEC, dir);
        ofBorrowers = ledger.facts("borrower_id");
    }

    @Test
    void one_borrower_in_thirty_lacks_something_the_basic_record_needs() {
        long incomplete = ofBorrowers.values().stream()
                .filter(facts -> !facts.keySet().containsAll(NEEDED))
                .count();
        assertThat((double) ofBorrowers.size() / incomplete).isBetween(22.0, 42.0);
        for (var key : NEEDED) {
            assertThat(ofBorrowers.values()).as(key).anyMatch(facts -> !facts.containsKey(key));
        }
    }

    @Test
    void a_spouse_is_of_the_married_and_somebody_else() {
        var people = ledger.byId("borrowers", "borrower_id");
        var spouses = new ArrayList<String>();
        ofBorrowers.forEach((id, facts) -> {
            boolean married = MARRIED.contains(facts.getOrDefault("marital_status", ""));
            assertThat(facts.keySet().stream().anyMatch(key -> key.startsWith("spouse_")))
                    .isEqualTo(married);
            if (married) {
                var number = facts.get("spouse_id_number");
                assertThat(facts).containsEntry("spouse_id_type", "10");
                assertThat(Delivery.isResidentId(number)).isTrue();
                assertThat(number.charAt(16) % 2)
                        .isNotEqualTo(people.get(id).get("id_number").charAt(16) % 2);
                spouses.add(number);
            }
        });
        assertThat(spouses).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        assertThat(ledger.column("borrowers", "id_number")).doesNotContainAnyElementsOf(spouses);
    }

    @Test
    void an_employer_is_of_the_employed() {
        ofBorrowers.values().forEach(facts -> {
            boolean employed = EMPLOYED.contains(facts.getOrDefault("employment_status", ""));
            assertThat(facts.keySet().stream()
                            .filter(key -> key.startsWith("employer_") || OF_THE_EMPLOYED.contains(key)))
                    .hasSize(employed ? 11 : 0);
            if (Set.of("30", "40", "50").contains(facts.getOrDefault("employer_type", ""))) {
                assertThat(facts.get("occupation")).as("I1100G04").isNotIn("0", "X");
            }
        });
        assertThat(distinct("employment_status")).contains("11", "17", "24", "51", "70");
    }

    @Test
    void a_degree_is_one_that_the_education_gives() {
        ofBorrowers.values().forEach(facts -> {
            if (Set.of("30", "40", "70", "80").contains(facts.getOrDefault("education", ""))
                    && facts.containsKey("degree")) {
                assertThat(facts.get("degree")).as("I1100F03").isIn("5", "9");
            }
        });
        assertThat(distinct("education")).contains("10", "20", "30", "60");
    }

    @Test
    void a_borrowers_facts_hold_before_each_account_opens_and_agree_with_the_borrower() {
        var people = ledger.byId("borrowers", "borrower_id");
        var since = ledger.rows("bureau_facts").stream()
                .filter(row -> !row.get("borrower_id").isEmpty())
                .collect(Collectors.toMap(
                        row -> row.get("borrower_id"),
                        row -> LocalDate.parse(row.get("effective_on")),
                        (first, second) -> first));
        for (var account : ledger.rows("accounts")) {
            assertThat(since.get(account.get("borrower_id"))).isBefore(LocalDate.parse(account.get("opened_on")));
        }
        ofBorrowers.forEach((id, facts) -> {
            var person = people.get(id);
            int born = LocalDate.parse(person.get("birth_date")).getYear();
            int year = since.get(id).getYear();
            boolean man = person.get("id_number").charAt(16) % 2 == 1;
            assertThat(facts.getOrDefault("sex", man ? "1" : "2")).isEqualTo(man ? "1" : "2");
            assertThat(Integer.parseInt(facts.getOrDefault("work_start_year", Integer.toString(born + 18))))
                    .isBetween(born + 16, Math.max(year, born + 18));
            if (facts.containsKey("taxed_income")) {
                assertThat(Long.parseLong(facts.get("taxed_income")))
                        .isLessThanOrEqualTo(Long.parseLong(facts.get("annual_income")));
            }
        });
    }

    private Set<String> distinct(String key) {
        return ofBorrowers.values().stream()
                .filter(facts -> facts.containsKey(key))
                .map(facts -> facts.get(key))
                .collect(Collectors.toSet());
    }
}
