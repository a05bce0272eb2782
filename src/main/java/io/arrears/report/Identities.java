package io.arrears.report;

import io.arrears.reconcile.ReconciliationCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/** The identities that the night had to satisfy (R1-R8), as reconciliation.csv has them. */
final class Identities {

    private static final String RULE = "identity.";
    private static final String OK = "OK";

    private Identities() {}

    static void into(View view, Html page) throws IOException {
        Path file = view.night().folder().resolve(ReconciliationCsv.FILE);
        if (!Files.isRegularFile(file)) {
            page.element("p", view.word("identities.none"), "class", "note");
            return;
        }
        view.tonight().of(Section.VERDICTS).forEach((verdict, count) -> page.open("p", "class", "verdicts")
                .open("span", "class", "verdict " + style(verdict))
                .text(verdict(view, verdict))
                .close("span")
                .text(" " + Words.count(Long.parseLong(count)))
                .close("p")
                .line());
        Table open = table(view, view.word("identities.open"));
        Table all = table(view, view.word("identities.caption"));
        CsvRows.each(file, row -> {
            String verdict = row.get("verdict");
            String name = row.get("name");
            List<String> cells = List.of(
                    name + " " + view.words().or(RULE, name),
                    row.get("scope"),
                    row.get("left"),
                    row.get("right"),
                    row.get("difference"),
                    verdict(view, verdict),
                    sources(row),
                    (row.get("accepted_by") + " " + row.get("reason")).strip());
            List<String> styles = List.of("", "", "", "", "verdict " + style(verdict), "long", "long");
            all.row(cells, styles);
            if (!verdict.equals(OK)) {
                open.row(cells, styles);
            }
        });
        long checks = view.tonight().count(Section.VERDICTS);
        if (checks > view.tonight().count(Section.VERDICTS, OK)) {
            open.into(page);
        }
        page.open("details").element("summary", view.word("data", checks));
        all.into(page);
        page.close("details").line();
    }

    private static Table table(View view, String caption) {
        return new Table(
                        caption,
                        List.of(
                                view.word("identities.name"),
                                view.word("identities.scope"),
                                view.word("identities.left"),
                                view.word("identities.right"),
                                view.word("identities.difference"),
                                view.word("identities.verdict"),
                                view.word("identities.from"),
                                view.word("identities.accepted")))
                .words(1, 5, 6, 7);
    }

    /** A sign and a word, so that no verdict hangs on its colour. */
    static String verdict(View view, String verdict) {
        return verdict(view.words(), verdict);
    }

    static String verdict(Words words, String verdict) {
        return words.or("verdict.", verdict);
    }

    static String style(String verdict) {
        return verdict.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What both figures come from; of what was not checked, why. */
    private static String sources(CSVRecord row) {
        return row.get("right_from").isEmpty()
                ? row.get("left_from")
                : row.get("left_from") + " = " + row.get("right_from");
    }
}
