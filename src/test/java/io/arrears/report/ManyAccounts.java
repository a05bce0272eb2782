package io.arrears.report;

import io.arrears.publish.Csv;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.Traits;
import io.arrears.publish.WorkFolder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A book of any size, written row by row: of each sixteen accounts one stands in each bucket of each of two currencies, 100.00
 * of principal is overdue on each but those up to date, and the months of opening take turns.
 */
final class ManyAccounts {

    /** A reported DPD in each bucket from M0 to M7. */
    private static final int[] DPD = {0, 10, 40, 70, 100, 130, 160, 200};

    private static final String[] CURRENCIES = {"CNY", "USD"};
    private static final String ID = "A";
    private static final YearMonth LAST_OPENED = YearMonth.of(2026, 9);

    private ManyAccounts() {}

    static void write(int accounts, WorkFolder work) throws IOException {
        Path parts = Files.createDirectories(work.root().resolve("parts"));
        List<String> rows = new ArrayList<>();
        for (int bucket = 0; bucket < DPD.length; bucket++) {
            rows.add(row(bucket));
        }
        try (Writer listed = Files.newBufferedWriter(work.out().resolve(DelinquencyCsv.FILE));
                Writer traits = Files.newBufferedWriter(parts.resolve(Traits.PART + ".00000"))) {
            listed.write(DelinquencyCsv.header());
            for (int i = 0; i < accounts; i++) {
                String account = ID + (10_000_000 + i);
                int bucket = i % DPD.length;
                String opened = LAST_OPENED.minusMonths(i % Tally.MONTHS) + "-01";
                listed.write(account + rows.get(bucket));
                traits.write(account + "," + CURRENCIES[i / DPD.length % 2] + "," + opened + ","
                        + (DPD[bucket] > 0 ? "1" : "0") + "\r\n");
            }
        }
    }

    /** What stands behind the account's id. */
    private static String row(int bucket) {
        String owed = bucket == 0 ? "0.00" : "100.00";
        List<String> values = new ArrayList<>();
        for (DelinquencyCsv column : DelinquencyCsv.values()) {
            values.add(
                    switch (column) {
                        case ACCOUNT_ID -> ID;
                        case STATUS -> "OPEN";
                        case REPORTED_DPD, DPD -> Integer.toString(DPD[bucket]);
                        case BUCKET -> "M" + bucket;
                        case OVERDUE_PRINCIPAL, OVERDUE_TOTAL, PRINCIPAL_1_30 -> owed;
                        case BALANCE -> "1000.00";
                        default -> column.name().matches("(OVERDUE|PRINCIPAL)_.*|UNALLOCATED") ? "0.00" : "";
                    });
        }
        return Csv.line(values).substring(ID.length());
    }
}
