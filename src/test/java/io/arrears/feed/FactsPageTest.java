package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.feed.KnownFact.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of facts in docs/pboc.md is the catalogue, row by row; where it differs the rows to paste stand in the failure. */
class FactsPageTest {

    @Test
    void every_fact_stands_on_the_page_with_its_owner_its_element_and_its_values() throws IOException {
        String section = Files.readString(Path.of("docs", "pboc.md")).split("\n## Facts a bureau needs\n", -1)[1];
        List<String> rows = section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| bureau |"))
                .toList();
        assertThat(String.join("\n", rows))
                .isEqualTo(String.join(
                        "\n", KnownFacts.TABLE.stream().map(FactsPageTest::row).toList()));
    }

    private static String row(KnownFact fact) {
        boolean borrower = fact.subject() == Subject.BORROWER;
        boolean element = !fact.bureau().equals("*") && !fact.element().contains(" ");
        return String.join(
                " | ",
                fact.bureau().equals("*") ? "| any" : "| " + fact.bureau(),
                borrower ? "borrower" : "account",
                "`" + fact.key() + "`",
                element ? (borrower ? "110 " : "210 ") + fact.element() : fact.element(),
                fact.form().expected() + " |");
    }
}
