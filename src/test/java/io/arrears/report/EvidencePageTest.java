package io.arrears.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.lender.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of an evidence pack on a phone: figures, days and instants stay whole, and the page itself does not scroll sideways. */
class EvidencePageTest {

    private static final List<EvidenceTable> TABLES = List.of(new EvidenceTable(
            "worklist",
            List.of("party", "channel", "content", "not_before", "not_after", "decided_by"),
            List.of(List.of(
                    "BORROWER",
                    "CALL",
                    "FULL",
                    "2026-11-01T08:00:00+08:00",
                    "2026-11-01T22:00:00+08:00",
                    "ladder.MIDDLE#金融机构个人消费类贷款催收工作指引(试行) clause unconfirmed"))));

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_figure_or_instant_is_broken(Language language, @TempDir Path folder) throws IOException {
        assumeTrue(Chromium.installed().isPresent(), "no chromium is installed");
        Path page =
                Files.write(folder.resolve(EvidencePage.FILE), EvidencePage.of(language, "A1", "2026-10-31", TABLES));
        try (Chromium chromium = new Chromium(Chromium.installed().orElseThrow(), folder.resolve("profile"))) {
            chromium.open(page, 390, false);
            assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(390);
            assertThat(chromium.evaluate(
                                    "[...document.querySelectorAll('td')].slice(0, 5).filter(cell => {"
                                            + " const text = document.createRange(); text.selectNodeContents(cell);"
                                            + " return text.getClientRects().length > 1; }).map(cell => cell.textContent).join()")
                            .asString())
                    .isEmpty();
            assertThat(chromium.evaluate("document.querySelectorAll('td')[2].textContent")
                            .asString())
                    .isEqualTo(language == Language.EN ? "everything" : "可告知债务全部内容");
        }
    }
}
