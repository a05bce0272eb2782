package io.arrears.bureau.pboc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check digits, by the standards' own examples where they give one. */
class IdentityNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 | 11010519491231002X   | true  | GB 11643's example
            10 | 440524188001010014   | true  | GB 11643's example
            10 | 11010519491231002x   | false | a small x
            10 | 110105194912310021   | false | another check character
            10 | 110105194913310022   | false | no such month
            10 | 11010519491231002    | false | 17 digits
            2  | E1234                | true  |
            2  | E123                 | false | too short
            X  | 1                    | true  |
            """)
    void a_persons_number(String type, String number, boolean right, String why) {
        assertThat(IdentityNumber.isPersons(type, number)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20 | 91350100M000100Y43 | true  | GB 32100's example
            20 | 91350100M000100Y44 | false | another check character
            20 | 91350100I000100Y43 | false | a letter it does not use
            20 | 91350100M000100Y4  | false | too short
            30 | D2143569X          | true  | GB 11714's example
            30 | D21435690          | false | another check character
            30 | D2143569-X         | false | with a hyphen
            10 | 3101010000012345   | true  |
            10 | 310101000001234    | false | too short
            """)
    void an_organisations_number(String type, String number, boolean right, String why) {
        assertThat(IdentityNumber.isOrganisations(type, number)).isEqualTo(right);
    }
}
