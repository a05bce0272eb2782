package io.arrears.report;

import io.arrears.publish.DelinquencyCsv;
import io.arrears.reconcile.ListedAccounts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts a night's accounts: its delinquency.csv, the traits of its accounts and the delinquency.csv of the night before are
 * read once, side by side in key order. Closed accounts count only as closed.
 */
final class Tally {

    static final String CLOSED = "CLOSED";
    static final String CHARGED_OFF = "CHARGED_OFF";

    /** Stands for a bucket: an account that had none before is new or open again, one that has none now is gone. */
    static final String ABSENT = "-";

    static final String OPEN = "open";
    static final String OVERDUE = "overdue";
    static final String TOTAL = "total";

    /** Months of opening before those that are told apart. */
    static final String EARLIER = "earlier";

    /** From this reported DPD on an account counts as late in the vintages. */
    static final int LATE_FROM = 30;

    /** So many months of opening are told apart. */
    static final int MONTHS = 36;

    private static final List<Map.Entry<String, DelinquencyCsv>> COMPONENTS = List.of(
            Map.entry("principal", DelinquencyCsv.OVERDUE_PRINCIPAL),
            Map.entry("interest", DelinquencyCsv.OVERDUE_INTEREST),
            Map.entry("fee", DelinquencyCsv.OVERDUE_FEE),
            Map.entry("penalty", DelinquencyCsv.OVERDUE_PENALTY),
            Map.entry(TOTAL, DelinquencyCsv.OVERDUE_TOTAL));
    private static final List<Map.Entry<String, DelinquencyCsv>> AGES = List.of(
            Map.entry("1-30", DelinquencyCsv.PRINCIPAL_1_30),
            Map.entry("31-60", DelinquencyCsv.PRINCIPAL_31_60),
            Map.entry("61-90", DelinquencyCsv.PRINCIPAL_61_90),
            Map.entry("91-180", DelinquencyCsv.PRINCIPAL_91_180),
            Map.entry("181+", DelinquencyCsv.PRINCIPAL_181_UP));

    private final Sums sums = new Sums();
    private final String firstMonth;

    private Tally(LocalDate asOf) {
        this.firstMonth = YearMonth.from(asOf).minusMonths(MONTHS - 1).toString();
    }

    /** The bands of age in their order (D12). */
    static List<String> ages() {
        return AGES.stream().map(Map.Entry::getKey).toList();
    }

    /** @param before the delinquency.csv of the night before; none on the first night, or when it is no longer there */
    static void of(LocalDate asOf, Path delinquency, List<Path> traits, @Nullable Path before, Figures figures)
            throws IOException {
        Tally tally = new Tally(asOf);
        try (ListedAccounts accounts = ListedAccounts.ofParts(traits);
                ListedAccounts now = ListedAccounts.of(delinquency);
                ListedAccounts was = before == null ? ListedAccounts.none() : ListedAccounts.of(before)) {
            String key;
            while ((key = first(accounts.key(), was.key())) != null) {
                CSVRecord nowRow = now.take(key);
                CSVRecord wasRow = was.take(key);
                CSVRecord account = accounts.take(key);
                if (account != null) {
                    tally.count(account, nowRow);
                }
                if (before != null) {
                    tally.move(wasRow, nowRow);
                }
            }
            if (now.key() != null) {
                throw new IllegalStateException("the traits lack an account that delinquency.csv has: " + now.key());
            }
        }
        tally.sums.into(figures);
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a == null || (b != null && b.compareTo(a) < 0) ? b : a;
    }

    private void count(CSVRecord account, @Nullable CSVRecord row) {
        String currency = account.get(1);
        String opened = account.get(2).substring(0, 7);
        String month = opened.compareTo(firstMonth) < 0 ? EARLIER : opened;
        sums.add(Section.OPENED, month, 1);
        if (account.get(3).equals("1")) {
            sums.add(Section.FIRST_UNPAID, month, 1);
        }
        if (row == null) {
            return;
        }
        String status = get(row, DelinquencyCsv.STATUS);
        if (status.equals(CLOSED)) {
            sums.add(Section.ACCOUNTS, CLOSED, 1);
            return;
        }
        int dpd = Integer.parseInt(get(row, DelinquencyCsv.REPORTED_DPD));
        sums.add(Section.ACCOUNTS, OPEN, 1);
        if (dpd > 0) {
            sums.add(Section.ACCOUNTS, OVERDUE, 1);
        }
        if (status.equals(CHARGED_OFF)) {
            sums.add(Section.ACCOUNTS, CHARGED_OFF, 1);
        }
        if (dpd >= LATE_FROM) {
            sums.add(Section.LATE, month, 1);
        }
        amounts(currency, row);
    }

    private void amounts(String currency, CSVRecord row) {
        String bucket = currency + " " + get(row, DelinquencyCsv.BUCKET);
        sums.add(Section.BUCKET_ACCOUNTS, bucket, 1);
        add(Section.BALANCE, currency, row, DelinquencyCsv.BALANCE);
        if (isZero(get(row, DelinquencyCsv.OVERDUE_TOTAL))) {
            return;
        }
        add(Section.BUCKET_OVERDUE, bucket, row, DelinquencyCsv.OVERDUE_TOTAL);
        COMPONENTS.forEach(part -> add(Section.OVERDUE, currency + " " + part.getKey(), row, part.getValue()));
        AGES.forEach(age -> add(Section.AGEING, currency + " " + age.getKey(), row, age.getValue()));
    }

    private void add(Section section, String key, CSVRecord row, DelinquencyCsv column) {
        sums.add(section, key, new BigDecimal(get(row, column)));
    }

    private void move(@Nullable CSVRecord was, @Nullable CSVRecord now) {
        String from = bucket(was);
        String to = now != null && get(now, DelinquencyCsv.STATUS).equals(CLOSED) ? CLOSED : bucket(now);
        if (!from.equals(ABSENT) || (!to.equals(ABSENT) && !to.equals(CLOSED))) {
            sums.add(Section.MIGRATION, Migration.key(from, to), 1);
        }
    }

    private static String bucket(@Nullable CSVRecord row) {
        return row == null || get(row, DelinquencyCsv.STATUS).equals(CLOSED) ? ABSENT : get(row, DelinquencyCsv.BUCKET);
    }

    private static String get(CSVRecord row, DelinquencyCsv column) {
        return row.get(column.column());
    }

    private static boolean isZero(String amount) {
        return amount.chars().noneMatch(c -> c >= '1' && c <= '9');
    }
}
