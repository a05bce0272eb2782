package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.Bureaus;
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
                        "\n",
                        Bureaus.facts().all().entrySet().stream()
                                .filter(facts ->
                                        List.of(FactCatalogue.ANY, "pboc").contains(facts.getKey()))
                                .flatMap(facts -> facts.getValue().stream().map(fact -> row(facts.getKey(), fact)))
                                .toList()));
    }

    private static String row(String bureau, KnownFact fact) {
        boolean borrower = fact.subject() == Subject.BORROWER;
        boolean element = !bureau.equals("*") && !fact.element().contains(" ");
        return String.join(
                " | ",
                bureau.equals("*") ? "| any" : "| " + bureau,
                borrower ? "borrower" : "account",
                "`" + fact.key() + "`",
                element ? (borrower ? "110 " : "210 ") + fact.element() : fact.element(),
                fact.form().expected() + " |");
    }
}
