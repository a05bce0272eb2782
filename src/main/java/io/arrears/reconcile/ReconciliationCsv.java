package io.arrears.reconcile;

import io.arrears.publish.Csv;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The layout of reconciliation.csv: a row a check. */
public final class ReconciliationCsv {

    public static final String FILE = "reconciliation.csv";

    private ReconciliationCsv() {}

    public static String header() {
        return Csv.line(List.of(
                "name",
                "scope",
                "left",
                "right",
                "difference",
                "verdict",
                "left_from",
                "right_from",
                "accepted_by",
                "reason"));
    }

    public static String line(Check check, @Nullable Acceptance acceptance) {
        Verdict verdict = Verdict.of(check, acceptance);
        Acceptance accepted = verdict == Verdict.ACCEPTED ? acceptance : null;
        return Csv.list(List.of(
                check.identity().name(),
                check.scope(),
                text(check.left()),
                text(check.right()),
                text(check.difference()),
                verdict.name(),
                check.leftFrom(),
                check.rightFrom(),
                accepted == null ? "" : accepted.byOne() + " and " + accepted.byTwo(),
                accepted == null ? "" : accepted.reason()));
    }

    /** What another night has to say of one check. */
    public record Row(
            Identity identity, String scope, @Nullable BigDecimal right) {}

    /** Reads a file that a night has published, and that still is what was signed. */
    public static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = Csv.READ.parse(reader)) {
            for (CSVRecord row : parser) {
                String right = row.get("right");
                rows.add(new Row(
                        Identity.valueOf(row.get("name")),
                        Csv.value(row.get("scope")),
                        right.isEmpty() ? null : new BigDecimal(right)));
            }
        }
        return rows;
    }

    private static String text(@Nullable BigDecimal figure) {
        return figure == null ? "" : figure.toPlainString();
    }
}
