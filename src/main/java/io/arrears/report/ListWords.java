package io.arrears.report;

import io.arrears.lender.Language;
import io.arrears.publish.Csv;
import io.arrears.publish.ReviewCsv;
import org.apache.commons.csv.CSVRecord;

/** What the columns and the codes of a list are called in Chinese; what has no word stands as it is. */
final class ListWords {

    /** Behind a code, as the message files write it. */
    private static final String BETWEEN = "：";

    private final Words codes = new Words(Language.ZH);
    private final Words lists = new Words(Language.ZH, "lists");

    /** A column by its name in the list's header, of its list alone where the same name means something else there. */
    String column(String list, String column) {
        String own = lists.or("column." + list.replace(".csv", "."), column);
        return own.equals(column) ? lists.get("column." + column) : own;
    }

    /** A value of a row as a person reads it. */
    String cell(String list, String column, CSVRecord row) {
        String value = Csv.value(row.get(column));
        boolean isReview = list.equals(ReviewCsv.FILE);
        return switch (column) {
            case "gate" -> codes.or("gate.", value);
            case "turn" -> coded(codes, "turn.", value);
            case "kind" -> coded(lists, "kind.", value);
            case "code", "section" -> isReview ? value : coded(lists, "code." + row.get("kind") + ".", value);
            case "told" -> coded(lists, "told.", value);
            case "alarm" -> lists.or("alarm.", value);
            case "rule" -> isReview ? lists.or("law.", value) : value;
            case "meaning" -> meaning(row);
            default -> value;
        };
    }

    /** {@code 210：个人借贷账户记录}. */
    private static String coded(Words words, String family, String code) {
        String text = words.or(family, code);
        return text.equals(code) ? code : code + BETWEEN + text;
    }

    /** By the row's code, behind which the report says it. */
    private String meaning(CSVRecord row) {
        String code = row.get("code");
        String said = codes.or("review.", code);
        return said.startsWith(code + BETWEEN) ? said.substring(code.length() + BETWEEN.length()) : row.get("meaning");
    }
}
