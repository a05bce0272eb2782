package io.arrears.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** CSV as every output file has it: CRLF, minimal quoting, absent values empty. */
public final class Csv {

    public static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n")
            .get();

    /** The same, read back by the names of its header. */
    public static final CSVFormat READ =
            FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Csv() {}

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
