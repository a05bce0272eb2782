package io.arrears.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * CSV as every output file has it: CRLF, minimal quoting, absent values empty.
 *
 * <p>Programs read {@link #line}, byte for byte what it is given; people open {@link #list} in spreadsheets, where no cell may be a
 * formula.
 */
public final class Csv {

    public static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n")
            .get();

    /** The same, read back by the names of its header. */
    public static final CSVFormat READ =
            FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** What a spreadsheet takes for the beginning of a formula, behind spaces too: the wide forms of an input method as well. */
    private static final Pattern FORMULA =
            Pattern.compile("'*[\\s\\u00a0\\u3000\\ufeff]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-][0-9]{1,30}([.,][0-9]{1,30})?");

    private Csv() {}

    /**
     * A value as it stands in a cell for people: behind an apostrophe where a spreadsheet would reckon it. Numbers stay numbers.
     * Example: {@code =1+1} is {@code '=1+1}; {@code -5.00} is itself.
     */
    public static String cell(String value) {
        return isFormula(value) ? "'" + value : value;
    }

    /** The value behind {@link #cell}. */
    public static String value(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty()
                && !Character.isLetterOrDigit(value.charAt(0))
                && FORMULA.matcher(value).matches()
                && !NUMBER.matcher(value).matches();
    }

    /** One record of a list for people as a line with its end. */
    public static String list(List<String> values) {
        return line(values.stream().map(Csv::cell).toList());
    }

    /** One record as a line with its end. */
    public static String line(List<String> values) {
        StringBuilder line = new StringBuilder(200);
        try {
            for (int i = 0; i < values.size(); i++) {
                if (i > 0 && isPlain(values.get(i))) {
                    line.append(FORMAT.getDelimiterString()).append(values.get(i));
                } else {
                    FORMAT.print(values.get(i), line, i == 0);
                }
            }
            FORMAT.println(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** Whether it stands as it is behind the first value, as nearly all do: figures, dates and words. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain =
                    (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
