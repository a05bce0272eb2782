package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values a correction changes, by a record that says Type and Day of itself. */
class ChangedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Form=1            | Form=2                 | Form
            Form=1            | Form=1                 | -
            Form=1            | Form=1 Sum=2           | Sum
            Form=1 Sum=2      | Form=1                 | Sum
            Form=1            | Form=2 Type=212 Day=9  | Form
            Form=1 Day=8      | Form=1 Type=212 Day=9  | Day
            Form=1 digest.D=a | Form=2 digest.D=b      | Form
            Form=1 digest.D=a | Form=1 digest.D=b      | digest.D
            digest.D=a        | Form=2 digest.D=b      | digest.D
            digest.D=a        | Form=2 digest.D=a      | -
            """)
    void what_a_record_says_of_itself_is_no_change(String before, String now, @Nullable String changed) {
        List<String> tags = Changed.tags(facts(before), facts(now), Set.of("Type", "Day"));
        assertThat(tags).isEqualTo(changed == null ? List.of() : List.of(changed.split(" ")));
    }

    private static Map<String, String> facts(String text) {
        Map<String, String> facts = new TreeMap<>();
        for (String fact : text.split(" ")) {
            facts.put(fact.split("=")[0], fact.split("=")[1]);
        }
        return facts;
    }
}
