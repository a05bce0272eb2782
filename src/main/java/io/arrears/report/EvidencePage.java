package io.arrears.report;

import io.arrears.lender.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page of an evidence pack: one document that needs nothing but itself and prints on plain paper. */
public final class EvidencePage {

    public static final String FILE = "evidence.html";

    private static final int LONGEST_WHOLE = 26;

    private static final String STYLE = """
            body { margin: 1.5rem auto; max-width: 62rem; padding: 0 1rem; color: #000; background: #fff;
              font: 14px/1.45 system-ui, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; break-after: avoid; }
            table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums; }
            th, td { border: 1px solid #888; padding: .2rem .4rem; text-align: left; vertical-align: top; }
            td { white-space: nowrap; } td.long { white-space: normal; overflow-wrap: anywhere; min-width: 10rem; }
            .wide { overflow-x: auto; }
            thead { display: table-header-group; } thead th { background: #eee; } tr { break-inside: avoid; }
            .note { color: #333; }
            @page { size: A4; margin: 15mm; }
            @media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } a { color: inherit; }
              .wide { overflow: visible; } table { font-size: 6.5pt; } th, td { padding: .1rem .2rem; } td.long { min-width: 0; } }
            """;

    private EvidencePage() {}

    /** The page of these tables, in their order. */
    public static byte[] of(Language language, String account, String asOf, List<EvidenceTable> tables) {
        Words words = new Words(language, "evidence");
        String title = words.get("title", account, asOf);
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n")
                .open("html", "lang", words.tag())
                .line()
                .open("head")
                .line();
        html.open("meta", "charset", "utf-8").line();
        html.open(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'")
                .line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.element("title", title);
        html.open("style").markup(STYLE).close("style").close("head").line();
        html.open("body").line().element("h1", title).element("p", words.get("how"), "class", "note");
        for (EvidenceTable table : tables) {
            table(html, words, table);
        }
        html.close("body").close("html").line();
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void table(Html html, Words words, EvidenceTable table) {
        html.element("h2", words.get("table." + table.name()));
        html.element("p", words.get("note." + table.name()), "class", "note");
        if (table.rows().isEmpty()) {
            html.element("p", words.get("none"));
            return;
        }
        html.open("div", "class", "wide", "tabindex", "0")
                .open("table")
                .open("thead")
                .open("tr")
                .line();
        table.columns().forEach(column -> html.element("th", words.get("column." + column), "scope", "col"));
        html.close("tr").close("thead").open("tbody").line();
        for (List<String> row : table.rows()) {
            html.open("tr");
            row.forEach(cell -> cell(html, words.or("value.", cell)));
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("div").line();
    }

    /** A figure, a day or an instant is never broken; what is longer than an instant with its offset is. */
    private static void cell(Html html, String text) {
        if (text.length() > LONGEST_WHOLE) {
            html.element("td", text, "class", "long");
        } else {
            html.element("td", text);
        }
    }
}
