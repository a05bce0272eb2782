package io.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.ReviewCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/rules.md holds every rule that is cited anywhere, and what only looks like one is not taken for it. */
class RulesPageTest {

    private static final List<String> EVERYWHERE = List.of(
            "src/main", "src/test/java", "sql", "jobs", "bench", "docs", "README.md", "DECISIONS.md", "CHANGELOG.md");
    private static final Pattern ID = Pattern.compile("\\b[DRS][1-9][0-9]?\\b");
    /** Of ladders and of Metro 2; alone they are ids of lines and names of buckets, so they count in brackets only: (L3, L4). */
    private static final Pattern BRACKETED = Pattern.compile(
            "\\((?:[DRSLM][1-9][0-9]?(?:, | and | to |-))*[LM][1-9][0-9]?(?:(?:, | and | to |-)[DRSLM][1-9][0-9]?)*\\)");

    private static final Pattern TEXT = Pattern.compile("\"([^\"\n]* [^\"\n]*[a-z]{2}[^\"\n]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?<!type |type: )\\b(?:D1|R[1-4])\\b");
    private static final String PAGE = read(Path.of("docs", "rules.md"));

    @Test
    void every_rule_that_is_cited_stands_on_the_page() {
        Set<String> missing = new TreeSet<>();
        Set<String> cited = new TreeSet<>();
        in(EVERYWHERE, (file, text) -> {
            for (String id : cited(text)) {
                cited.add(id);
                if (!PAGE.contains("- **" + id + " ") && !PAGE.contains("- **" + id + "**")) {
                    missing.add(id + " in " + file);
                }
            }
        });
        assertThat(cited).contains("D1", "D11", "D19", "R1", "R7", "S1", "S19");
        assertThat(missing).isEmpty();
    }

    @Test
    void an_id_of_a_ladder_or_of_metro_2_is_cited_in_brackets() {
        assertThat(cited("one call a day (L3, D11) of M2 by reported days, 'L1' and (M0)"))
                .containsExactlyInAnyOrder("L3", "D11");
        assertThat(cited("its balance (M5) and status (M1 and M2)")).containsExactlyInAnyOrder("M1", "M2", "M5");
    }

    /** PBOC's account types share names with rules: a record of type R2 is none of the identity R2. */
    @Test
    void an_account_type_of_the_bureau_is_called_a_type_wherever_a_user_reads_it() {
        Set<String> bare = new TreeSet<>();
        in(List.of("src/main/java/io/arrears/bureau", "src/main/java/io/arrears/lender"), (file, text) -> {
            Matcher words = TEXT.matcher(text);
            while (words.find()) {
                if (TYPE.matcher(words.group(1)).find()) {
                    bare.add(words.group(1) + " in " + file);
                }
            }
        });
        assertThat(bare).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_review_stands_on_the_page_or_is_a_reversal_that_makes_no_sense(ReviewCode code) {
        assertThat(code.rule().equals("D2") || PAGE.contains(code.name()))
                .as(code.name())
                .isTrue();
    }

    private static Set<String> cited(String text) {
        Set<String> cited = new TreeSet<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            cited.add(id.group());
        }
        Matcher brackets = BRACKETED.matcher(text);
        while (brackets.find()) {
            cited.addAll(List.of(brackets.group().replaceAll("[()]", "").split(", | and | to |-")));
        }
        return cited;
    }

    private static void in(List<String> roots, BiConsumer<Path, String> look) {
        for (String root : roots) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml|md|properties)"))
                        .filter(file -> !file.endsWith("RulesPageTest.java"))
                        .forEach(file -> look.accept(file, read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
