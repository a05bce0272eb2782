package io.arrears.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.ObligationKind;
import io.arrears.delinquency.ReviewCode;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Turn;
import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.PartyType;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The message files: the same texts in both languages, all of them in use, with the same places to fill. */
class WordsTest {

    /** Texts of codes, which are looked up by what a file says. */
    private static final List<String> FAMILIES = List.of(
            "identity.",
            "verdict.",
            "gate.",
            "turn.",
            "state.",
            "review.",
            "list.",
            "policy.of.",
            "day.",
            "instrument.",
            "stage.",
            "channel.",
            "withheld.");

    private static Properties texts(String language) {
        return texts("messages", language);
    }

    private static Properties texts(String name, String language) {
        Properties texts = new Properties();
        String file = name + "_" + language + ".properties";
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_words_of_an_evidence_pack_are_the_same_in_both_languages_and_have_every_code() {
        Set<String> english = texts("evidence", "en").stringPropertyNames();
        Set<String> chinese = texts("evidence", "zh").stringPropertyNames();
        assertThat(chinese).isEqualTo(english);
        assertThat(Stream.<Enum<?>[]>of(
                                ObligationKind.values(),
                                EntryType.values(),
                                AgreementType.values(),
                                PartyType.values(),
                                Channel.values(),
                                Reported.State.values())
                        .flatMap(Stream::of)
                        .map(code -> "value." + code.name()))
                .isSubsetOf(english);
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_places() {
        Properties english = texts("en");
        Properties chinese = texts("zh");
        assertThat(new TreeSet<>(chinese.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
        }
    }

    private static Set<String> places(String text) {
        return java.util.regex.Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_text_is_used() throws IOException {
        String source;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "arrears", "report"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
            source = all.toString();
        }
        for (String key : texts("en").stringPropertyNames()) {
            boolean family =
                    FAMILIES.stream().anyMatch(prefix -> key.startsWith(prefix) && source.contains("\"" + prefix));
            assertThat(family || source.contains("\"" + key + "\"")).as(key).isTrue();
        }
    }

    @Test
    void every_key_of_a_policy_has_its_meaning() throws IOException {
        Set<String> meanings = texts("en").stringPropertyNames();
        List<String> keys = Files.readAllLines(Path.of("jobs", "lenders", "common.yaml")).stream()
                .filter(line -> line.matches("[a-z-]+:.*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .filter(key -> !key.equals("furnish"))
                .toList();
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(meanings).contains("policy.of." + key));
    }

    @Test
    void everybody_whose_turn_it_can_be_has_a_name() {
        assertThat(Turn.Whose.values())
                .allSatisfy(whose -> assertThat(texts("en").stringPropertyNames())
                        .contains("turn." + whose.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void every_code_of_a_review_has_its_words() {
        assertThat(ReviewCode.values())
                .allSatisfy(
                        code -> assertThat(texts("en").stringPropertyNames()).contains("review." + code));
    }

    /** What withholds in the law files, and in the page about ladders, whose table the code holds. */
    @Test
    void every_rule_that_withholds_somebody_has_words() throws IOException {
        Set<String> rules = new TreeSet<>();
        for (String law : List.of("cn", "us")) {
            String text = Files.readString(Path.of("jobs", "law", law + ".yaml"));
            rules.addAll(found(
                    "(?m)^  ([A-Z_0-9]+):\\n(?:    .*\\n)*?    (?:window|count|cool-off|sequence|people|party):",
                    text));
            rules.addAll(found("(?m)^      ([A-Z_]+): ", text));
        }
        String page = Files.readString(Path.of("docs", "ladders.md"))
                .split("\n## The rules of withheld.csv\n")[1]
                .split("\n## ")[0];
        rules.addAll(found("(?m)^\\| ([A-Z_]{4,}) \\|", page));
        assertThat(rules).contains("HOURS", "DECEASED", "NO_MANDATE").hasSizeGreaterThan(35);
        Properties english = texts("en");
        assertThat(rules.stream().filter(rule -> !english.containsKey("withheld." + rule)))
                .isEmpty();
    }

    private static List<String> found(String pattern, String text) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
