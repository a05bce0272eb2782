package io.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Four eyes are two people: exactly two, different however they are written, and each as it is seen. */
class TwoPeopleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann             | bob            | ann and bob",
                "ann             | anne           | ann and anne",
                "ann 1           | ann 2          | ann 1 and ann 2",
                "Ann  \u00a0 Li | \u3000Bo      | Ann Li and Bo",
                "\uff21\uff4e\uff4e | bob      | Ann and bob", // full-width letters
                "王伟            | 王薇           | 王伟 and 王薇",
                "Ann 王          | Ren\u0065\u0301 | Ann 王 and Ren\u00e9",
                "Иван            | Анна           | Иван and Анна",
                "Müller          | Muller         | Müller and Muller",
                "10023           | 10024          | 10023 and 10024"
            })
    void two_different_people_are_kept_as_they_are_seen(String one, String other, String both) {
        TwoPeople people = TwoPeople.of(List.of(unescaped(one), unescaped(other)));
        assertThat(people).hasToString(unescaped(both));
        assertThat(people.names())
                .containsExactly(people.one().name(), people.other().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann             | ann",
                "ann             | Ann",
                "ann             | ' ANN '",
                "ann li          | ann   li",
                "ann li          | Ann\u3000Li",
                "ann li          | annli",
                "ann li          | Ann.Li",
                "ann li          | ann_li-",
                "ann             | \uff21\uff2e\uff2e", // full-width capitals
                "Ren\u00e9      | rene\u0301", // one letter, or a letter and its accent
                "Strauß          | STRAUSS",
                "STRAUẞ          | strauss",
                "\u0131lker     | ilker", // a dotless i
                "\u0130lker     | ilker", // a dotted capital
                "\ufb01n        | fin", // a ligature
                "\u017fam       | Sam", // a long s
                "ΣΑΣ             | σας"
            })
    void one_person_under_two_spellings_is_one(String one, String other) {
        refused("are one person", unescaped(one), unescaped(other));
        refused("are one person", unescaped(other), unescaped(one));
    }

    @Test
    void they_are_exactly_two() {
        refused("found 0 of --by");
        refused("found 1 of --by", "ann");
        refused("found 3 of --by", "ann", "ann", "bob");
        refused("found 3 of --by", "ann", "bob", "carl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u3000", "...", "-", "\u0301"})
    void a_blank_name_is_none(String name) {
        refused("--by: expected a text with a letter or a digit", "ann", name);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0007, 0x000A, 0x001B, 0x007F, 0x0085, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180B, 0x180E,
                0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206A,
                0x2800, 0x3164, 0xE000, 0xD800, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFC, 0xFFFD, 0x0378, 0xFFFE, 0xE0041,
                0xE0100, 0x100000
            })
    void what_cannot_be_seen_is_in_no_name_and_no_reason(int character) {
        String unseen = Character.toString(character);
        String said = String.format("character U+%04X cannot be seen", character);
        refused("--by: " + said, "ann", "b" + unseen + "ob");
        refused("--by: " + said, "ann", "an" + unseen + "n");
        assertThatThrownBy(() -> new Reason("late " + unseen + "feed"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("--reason: " + said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0430nn", // a Cyrillic а
                "b\u043eb", // a Cyrillic о
                "b\u03bfb", // a Greek omicron
                "Иv\u0430n"
            })
    void letters_of_scripts_that_look_alike_are_not_mixed(String name) {
        refused("mixes letters of two scripts", "carl", name);
    }

    @Test
    void a_name_and_a_reason_have_an_end() {
        assertThat(new Signatory("x".repeat(100)).name()).hasSize(100);
        refused("--by: expected at most 100 characters, found 101", "ann", "x".repeat(101));
        refused("--by: expected at most 100 characters", "ann", "\ufdfa".repeat(20)); // each is 18 letters, written out
        assertThat(new Reason("x".repeat(500)).text()).hasSize(500);
        assertThatThrownBy(() -> new Reason("x".repeat(501)))
                .isInstanceOf(Refused.class)
                .hasMessage("--reason: expected at most 500 characters, found 501");
    }

    @Test
    void a_reason_says_something_and_keeps_what_it_says() {
        assertThat(new Reason(" core system\u3000mends  it,½ tomorrow ").text())
                .isEqualTo("core system mends it,½ tomorrow");
        assertThat(new Reason("节假日，明日更正").text()).isEqualTo("节假日，明日更正");
        for (String blank : List.of("", "  ", "?!", "\u2003")) {
            assertThatThrownBy(() -> new Reason(blank))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("--reason: expected a text");
        }
    }

    private static void refused(String message, String... names) {
        assertThatThrownBy(() -> TwoPeople.of(Arrays.asList(names)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(message);
    }

    /** The table shows what no editor does. */
    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }
}
