package io.arrears.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** CSV as every output file has it: CRLF, minimal quoting, absent values empty. */
public final class Csv {

    public static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n")
            .get();

    private Csv() {}

    /** One record as a line with its end. */
    public static String line(List<String> values) {
        StringBuilder line = new StringBuilder(200);
        try (CSVPrinter printer = new CSVPrinter(line, FORMAT)) {
            printer.printRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
