package io.arrears.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.stage.LadderFile;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/ladders.md shows what a night of the shipped example gives, and every rule that withholds. */
class LadderPageTest {

    private static final Pattern RULE = Pattern.compile("byPolicy\\(\\s*\"([A-Z_]+)\"");

    private static String page() throws IOException {
        return Files.readString(Path.of("docs", "ladders.md"));
    }

    @Test
    void the_line_on_the_page_is_the_one_that_the_example_gives() throws IOException {
        Lender lender = LenderFile.load(Path.of("jobs"), "example-xiaohua");
        assertThat(lender.contacts()).isNotNull();
        Line line = Cases.loan()
                .on(lender.contacts().ladder())
                .under(lender.contacts().law())
                .by(lender.policy())
                .line("07-07", "B1", Channel.CALL);
        String[] cells = page().lines()
                .filter(text -> text.startsWith("A1,B1,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertThat(cells).hasSize(21);
        assertThat(cells[2]).isEqualTo(line.position().stage().name());
        assertThat(cells[3]).isEqualTo(line.position().since().toString());
        assertThat(cells[5]).isEqualTo(line.figures().dpd() + "");
        assertThat(cells[6].replace(".", "")).isEqualTo(line.overdueTotal() + "");
        assertThat(cells[11]).isEqualTo(line.template());
        assertThat(cells[12]).isEqualTo(line.content().name());
        assertThat(cells[13]).startsWith(line.hours().from().toLocalDateTime().toString());
        assertThat(cells[14]).startsWith(line.hours().to().toLocalDateTime().toString());
        assertThat(cells[16])
                .isEqualTo(line.left().toString().replaceAll("[{}]", "").replace(", ", ";"));
        assertThat(cells[17]).isEqualTo(String.join(";", line.position().stage().offers()));
        assertThat(cells[18]).isEqualTo(line.decidedBy());
        assertThat(cells[19]).isEqualTo("MIDDLE");
        assertThat(cells[20]).isEqualTo(String.valueOf(line.position().nextOn()));
    }

    @Test
    void every_rule_of_the_policy_that_withholds_stands_in_the_table() throws IOException {
        Set<String> missing = new TreeSet<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/arrears/ladder"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher rules = RULE.matcher(Files.readString(file));
                while (rules.find()) {
                    found++;
                    if (!page().contains("| " + rules.group(1) + " |")) {
                        missing.add(rules.group(1));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(15);
        assertThat(missing).isEmpty();
    }

    @Test
    void the_ladder_on_the_page_can_be_read() throws IOException {
        String yaml = page().split("```yaml\n")[1].split("```")[0];
        assertThat(LadderFile.read(Setting.parse("page", yaml).block().get("ladder")))
                .isNotNull()
                .satisfies(ladder -> assertThat(ladder.stages()).hasSize(3));
    }
}
