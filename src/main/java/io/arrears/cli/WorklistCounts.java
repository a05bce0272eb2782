package io.arrears.cli;

import io.arrears.publish.Csv;
import io.arrears.publish.WorklistCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A night's worklist in a few lines: who is contacted by stage, who is not by rule, with its clause. */
final class WorklistCounts {

    private WorklistCounts() {}

    /** Prints nothing of a lender without a ladder. */
    static void print(Path night, PrintWriter out) throws IOException {
        if (!Files.isRegularFile(night.resolve(WorklistCsv.WORKLIST.file()))) {
            return;
        }
        out.println("  to be contacted, by stage:");
        counts(night, WorklistCsv.WORKLIST, row -> row.get("stage")).forEach((stage, count) -> line(stage, count, out));
        out.println("  withheld, by rule:");
        counts(
                        night,
                        WorklistCsv.WITHHELD,
                        row -> row.get("rule") + " (" + row.get("instrument") + ", " + row.get("clause") + ")")
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(rule -> line(rule.getKey(), rule.getValue(), out));
    }

    private static void line(String what, long count, PrintWriter out) {
        out.printf(Locale.ROOT, "    %,6d  %s%n", count, what);
    }

    /** In the order in which the list has them first. */
    private static Map<String, Long> counts(Path night, WorklistCsv list, Function<CSVRecord, String> by)
            throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (CSVParser rows = CSVParser.parse(night.resolve(list.file()), StandardCharsets.UTF_8, Csv.READ)) {
            for (CSVRecord row : rows) {
                counts.merge(by.apply(row), 1L, Math::addExact);
            }
        }
        return counts;
    }
}
