package io.arrears.report;

import io.arrears.furnish.Gate;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Sentence;
import io.arrears.lender.Language;
import io.arrears.publish.Csv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorklistCsv;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** What the columns and the codes of a list are called in Chinese; what has no word stands as it is. */
final class ListWords {

    /** Behind a code, as the message files write it. */
    private static final String BETWEEN = "：";

    /** Between two facts, not between the figures of one, which stand in brackets. */
    private static final Pattern NEXT = Pattern.compile("; (?![^(]*\\))");

    private final Words codes = new Words(Language.ZH);
    private final Words lists = new Words(Language.ZH, "lists");
    private final Words rules = new Words(Language.ZH, "rules");
    private final ScheduleFigures figures = new ScheduleFigures(lists);

    /** A column by its name in the list's header, of its list alone where the same name means something else there. */
    String column(String list, String column) {
        String own = lists.or("column." + list.replace(".csv", "."), column);
        return own.equals(column) ? lists.get("column." + column) : own;
    }

    /** A value of a row as a person reads it. */
    String cell(String list, String column, CSVRecord row) {
        String value = Csv.value(row.get(column));
        if (list.equals(WorklistCsv.WORKLIST.file()) || list.equals(WorklistCsv.WITHHELD.file())) {
            return contact(column, value);
        }
        boolean isReview = list.equals(ReviewCsv.FILE);
        return switch (column) {
            case "gate" -> codes.or("gate.", value);
            case "turn" -> coded(codes, "turn.", value);
            case "kind" -> coded(lists, "kind.", value);
            case "code", "section" -> isReview ? value : coded(lists, "code." + row.get("kind") + ".", value);
            case "tag" -> coded(lists, "tag.", value);
            case "told" -> coded(lists, "told.", value);
            case "alarm" -> lists.or("alarm.", value);
            case "rule" -> isReview ? lists.or("law.", value) : value;
            case "reason" -> row.isMapped("rule") ? broken(row.get("rule"), value) : said(value);
            case "evidence" -> row.isMapped("gate") ? evidence(row.get("gate"), value) : figures.said(value);
            case "meaning" -> meaning(row);
            default -> value;
        };
    }

    /** A value of the ladder's lists; stages and templates are the lender's own words. */
    private String contact(String column, String value) {
        return switch (column) {
            case "party", "content" -> lists.or(column + ".", value);
            case "channel", "instrument" -> codes.or(column + ".", value);
            case "stage" -> codes.or("stage.", value);
            case "rule" -> codes.or("withheld.", value);
            case "left" -> each(value, "unit.", "=");
            case "offers" -> each(value, "offer.", "<=");
            default -> value;
        };
    }

    /** {@code CALL_CONNECTED=3;MESSAGE=1}, each word before the sign. */
    private String each(String value, String family, String sign) {
        return Stream.of(value.split(";", -1))
                .map(one -> {
                    int end = one.indexOf(sign);
                    return end < 0
                            ? lists.or(family, one)
                            : lists.or(family, one.substring(0, end)) + one.substring(end);
                })
                .collect(Collectors.joining("；"));
    }

    /** What a sentence says; another one stands as it is. */
    private String said(String text) {
        for (Sentence sentence : Sentence.values()) {
            Optional<List<String>> values = sentence.values(text);
            if (values.isPresent()) {
                return lists.get("say." + sentence, values.get().toArray());
            }
        }
        return text;
    }

    /** What a rule demands, and how it is broken where that is said in a word. */
    private String broken(String rule, String reason) {
        String demands = rules.or("", rule);
        String how = lists.or("broken.", reason);
        String shown = how.equals(reason) ? "" : "（" + how + "）";
        return demands.equals(rule) ? reason : demands + shown;
    }

    /** A bureau's own words, and ids of rows, stand as they are. */
    private String evidence(String gate, String text) {
        if (LastGate.named(gate).filter(LastGate::isOfRefusal).isPresent()) {
            return text;
        }
        return gate.equals(Gate.REVIEW.written())
                ? NEXT.splitAsStream(text).map(this::review).collect(Collectors.joining("；"))
                : said(text);
    }

    /** {@code NO_INSTALMENTS A1} behind the words of its code, with the figures behind it in words. */
    private String review(String fact) {
        int end = fact.indexOf(' ');
        return end < 0 ? fact : codes.or("review.", fact.substring(0, end)) + figures.said(fact.substring(end));
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
