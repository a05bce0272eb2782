package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.Bureaus;
import io.arrears.feed.FactForm;
import io.arrears.feed.KnownFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values a key of bureau_facts takes, at the edges of what the bureau's element allows. */
class PbocFactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            five_class            | 1 2 3 4 5                        | 0 6 9 10 A
            customer_type         | 11 12 13 20 30 40 50 60 90       | 10 14 70 1 011
            sex                   | 0 1 2 9                          | 3 8 01 M
            nationality           | CHN USA DEU                      | CN chn XXX ZZZ CHNA
            house_district        | 110000 000000                    | 11000 1100000 11000X １１００００
            marital_status        | 10 20 21 22 23 30 40 90 91 99    | 24 11 50 2
            spouse_id_type        | 1 2 5 6 8 9 A B C X 10 20        | 3 4 7 0 D 11 30 RESIDENT_ID
            education             | 10 20 30 40 60 70 80 90 91 99    | 50 92 1
            degree                | 1 2 3 4 5 9                      | 0 6 8
            employment_status     | 11 13 17 21 24 27 31 37 51 54 70 80 90 91 99 | 12 22 23 36 60
            employer_type         | 10 20 30 40 50 90                | 60 1 99
            industry              | 9 A S T                          | 0 U a AB
            employer_postal_code  | 100000                           | 10000 1000000
            employer_district     | 110000                           | 11000 1100000
            occupation            | 0 1 3 4 5 6 X Y Z                | 2 7 x W
            title                 | 1 2 3 9                          | 0 4
            technical_title       | 0 1 2 3 9                        | 4 8
            work_start_year       | 1901 1999 2000 2099              | 1900 2100 99 20001 1899
            residence_status      | 1 2 3 4 5 6 7 9 11 12            | 8 10 13 0
            residence_postal_code | 100000                           | 10000 1000000
            residence_district    | 110000                           | 11000 1100000
            mail_postal_code      | 100000                           | 10000 1000000
            mail_district         | 110000                           | 11000 1100000
            annual_income         | 0 1 999999999999999              | 1000000000000000 00 01 -1 1.5 1,000
            taxed_income          | 0 999999999999999                | 1000000000000000 1.0
            application_district  | 110000                           | 11000 1100000
            guarantee_mode        | 1 2 3 4 5 6 7                    | 0 8 9
            other_guarantee       | 0 1 9                            | 2 8
            asset_transferred     | 0 1                              | 2 yes
            fund_source           | 1 2 4 8 21 22 23 24              | 3 20 25 5
            loan_form             | 1 5 9                            | 0 2 4
            first_house_loan      | 01 02 03 04                      | 00 05 1
            furnish_block         | yes no                           | YES true 1 0 y
            """)
    void a_code_or_number_is_one_that_the_element_knows(String key, String taken, String refused) {
        FactForm form = form(key);
        assertThat(taken.split(" ")).allMatch(form::allows);
        assertThat(refused.split(" ")).noneMatch(form::allows);
        assertThat(form.allows("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "spouse_name,         30", "spouse_id_number,    20", "spouse_phone,       25", "spouse_employer,  80",
        "house_address,      100", "employer_name,       80", "employer_address,  100", "employer_phone,   25",
        "residence_address,  100", "home_phone,          25", "mail_address,      100", "house_contract,  200",
    })
    void text_has_at_most_the_elements_characters_none_of_them_a_space_around_it(String key, int most) {
        FactForm form = form(key);
        assertThat(form.allows("测")).isTrue();
        assertThat(form.allows("测".repeat(most))).isTrue();
        assertThat(form.allows("\uD842\uDFB7".repeat(most)))
                .as("a rare ideograph is one character")
                .isTrue();
        assertThat(form.allows("测".repeat(most + 1))).isFalse();
        assertThat(form.allows("a b")).isTrue();
        for (String bad : new String[] {"", " ", " a", "a ", "\u3000a", "a\nb", "a\u0000b", "a\u0085b"}) {
            assertThat(form.allows(bad)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"collateral_contract", "credit_agreement", "guarantee_contract"})
    void a_contracts_number_is_printable_and_at_most_sixty_characters(String key) {
        FactForm form = form(key);
        assertThat(form.allows("HC-1/2026")).isTrue();
        assertThat(form.allows("7".repeat(60))).isTrue();
        assertThat(form.allows("7".repeat(61))).isFalse();
        assertThat(form.allows("HC 1")).isFalse();
        assertThat(form.allows("合同1")).isFalse();
    }

    @Test
    void an_email_has_one_at_sign_inside_and_at_most_sixty_characters() {
        FactForm form = form("email");
        assertThat(form.allows("a@b")).isTrue();
        assertThat(form.allows("a".repeat(47) + "@example.test")).isTrue();
        assertThat(form.allows("a".repeat(48) + "@example.test")).isFalse();
        for (String bad : new String[] {"a", "@b", "a@", "a@b@c", "a b@c", "a@b\n"}) {
            assertThat(form.allows(bad)).isFalse();
        }
    }

    @Test
    void a_key_stands_once_and_is_known_to_its_bureau_only() {
        assertThat(PbocFacts.TABLE).extracting(KnownFact::key).doesNotHaveDuplicates();
        assertThat(Bureaus.facts().find("metro2", "sex")).isNull();
        assertThat(Bureaus.facts().find("*", "sex")).isNull();
        assertThat(Bureaus.facts().find("metro2", "five_class")).isNotNull();
        assertThat(Bureaus.facts().find("*", "five_class")).isNotNull();
        assertThat(Bureaus.facts().find("pboc", "star_sign")).isNull();
    }

    private static FactForm form(String key) {
        KnownFact fact = Bureaus.facts().find("pboc", key);
        assertThat(fact).as(key).isNotNull();
        return fact.form();
    }
}
