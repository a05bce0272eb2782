package io.arrears.cli;

import io.arrears.publish.Csv;
import io.arrears.publish.WorklistCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Says how much of a worklist is withheld since nobody knows who was contacted that day, and what to do about it (L4). */
final class UnknownAttemptsText {

    private static final String RULE = "ATTEMPTS_UNKNOWN";

    private UnknownAttemptsText() {}

    /** Prints nothing of a night without a ladder, or one whose attempts are known. */
    static void print(Path night, String lender, LocalDate asOf, PrintWriter out) throws IOException {
        long withheld = withheld(night.resolve(WorklistCsv.WITHHELD.file()));
        if (withheld > 0) {
            out.printf(
                    Locale.ROOT,
                    "  ATTEMPTS UNKNOWN: contact_attempts does not reach %s, so %,d of the withheld %s not called, visited or"
                            + " asked: import it, or a control.csv that says that it has none; then"
                            + " 'arrears run --sequence --lender %s --as-of %s'%n",
                    asOf,
                    withheld,
                    withheld == 1 ? "is" : "are",
                    lender,
                    asOf);
        }
    }

    private static long withheld(Path list) throws IOException {
        if (!Files.isRegularFile(list)) {
            return 0;
        }
        long count = 0;
        try (CSVParser rows = CSVParser.parse(list, StandardCharsets.UTF_8, Csv.READ)) {
            for (CSVRecord row : rows) {
                count += row.get("rule").equals(RULE) ? 1 : 0;
            }
        }
        return count;
    }
}
