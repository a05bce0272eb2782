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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/rules.md holds every rule that is cited anywhere. */
class RulesPageTest {

    private static final Pattern ID = Pattern.compile("\\b[DR][1-9][0-9]?\\b");
    private static final String PAGE = read(Path.of("docs", "rules.md"));

    @Test
    void every_rule_that_is_cited_stands_on_the_page() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> cited = new TreeSet<>();
        for (String root : List.of("src/main/java", "src/test/java", "sql", "jobs", "docs", "README.md")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml|md)"))
                        .forEach(file -> {
                            Matcher id = ID.matcher(read(file));
                            while (id.find()) {
                                cited.add(id.group());
                                if (!PAGE.contains("- **" + id.group() + " ")
                                        && !PAGE.contains("- **" + id.group() + "**")) {
                                    missing.add(id.group() + " in " + file);
                                }
                            }
                        });
            }
        }
        assertThat(cited).contains("D1", "D11", "D19", "R1", "R7");
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_review_stands_on_the_page_or_is_a_reversal_that_makes_no_sense(ReviewCode code) {
        assertThat(code.rule().equals("D2") || PAGE.contains(code.name()))
                .as(code.name())
                .isTrue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
