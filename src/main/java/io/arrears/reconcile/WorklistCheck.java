package io.arrears.reconcile;

import io.arrears.money.Money;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.WorklistCsv;
import io.arrears.publish.WorklistFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Every account that is reported overdue has a line, or is withheld by every channel, or stands below the first stage (R8): its standing
 * on one side, the bytes of the two lists on the other, side by side in key order.
 *
 * <p>An account that is listed out of order, has a line twice, or stands below the first stage and somewhere else is counted as often.
 */
public final class WorklistCheck {

    private final Sources sources;
    private final Differing differing;
    private final Map<String, Sides> byCurrency = new TreeMap<>();
    private final Map<Place, Long> listed = new EnumMap<>(Place.class);
    private long overdue;
    private long borrowersLines;
    private long asListed;

    /**
     * What an account owes by its standing.
     *
     * @param overdue in minor units, with what is accrued
     */
    public record Owed(Currency currency, int reportedDpd, long overdue) {
        boolean isOverdue() {
            return reportedDpd > 0;
        }

        BigDecimal amount() {
            return new BigDecimal(Money.text(overdue, Math.max(0, currency.getDefaultFractionDigits())));
        }
    }

    /**
     * What the lists are checked with.
     *
     * @param standings of every open account
     * @param folder of the night's files
     * @param reminders the stages before a due date, whose accounts are not overdue and stand outside
     */
    public record Sources(ByAccount<Owed> standings, Path folder, Set<String> reminders) {}

    /** Where an account stands that is overdue. */
    private enum Place {
        LINE("a line"),
        WITHHELD("withheld alone"),
        NO_STAGE("below the first stage");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    private static final class Sides {
        private BigDecimal left = BigDecimal.ZERO;
        private BigDecimal right = BigDecimal.ZERO;
        private long accounts;
        private long agreeing;
    }

    private WorklistCheck(Sources sources, Differing differing) {
        this.sources = sources;
        this.differing = differing;
    }

    /** The checks of R8; each account that makes up a difference is told to {@code differing}. */
    public static List<Check> check(Sources sources, Differing differing) throws IOException {
        WorklistCheck check = new WorklistCheck(sources, differing);
        Path folder = sources.folder();
        try (ListedAccounts figures = ListedAccounts.of(folder.resolve(DelinquencyCsv.FILE));
                ListedAccounts index = ListedAccounts.of(folder.resolve(WorklistFiles.INDEX));
                ListedAccounts withheld = ListedAccounts.of(folder.resolve(WorklistCsv.WITHHELD.file()));
                IndexedLines lines = IndexedLines.of(folder.resolve(WorklistCsv.WORKLIST.file()))) {
            ByAccount<Owed> standings = sources.standings();
            String account = ByAccount.first(standings, figures, index, withheld);
            while (account != null) {
                check.account(
                        account,
                        standings.take(account),
                        figures.take(account),
                        lines.at(index.all(account)),
                        withheld.all(account));
                account = ByAccount.first(standings, figures, index, withheld);
            }
            return check.checks(lines);
        }
    }

    private void account(
            String account,
            @Nullable Owed owed,
            @Nullable CSVRecord figures,
            List<CSVRecord> lines,
            List<CSVRecord> withheld) {
        List<Place> places = isReminded(lines, withheld) ? List.of() : places(lines, withheld);
        boolean isOverdue = owed != null && owed.isOverdue();
        if (!isOverdue && places.isEmpty()) {
            return;
        }
        Sides sides =
                byCurrency.computeIfAbsent(owed == null ? "?" : owed.currency().getCurrencyCode(), code -> new Sides());
        BigDecimal left = owed != null && isOverdue ? owed.amount() : BigDecimal.ZERO;
        BigDecimal total = figures == null
                ? BigDecimal.ZERO
                : ListedAccounts.amount(figures, DelinquencyCsv.OVERDUE_TOTAL.column());
        BigDecimal right = total.multiply(BigDecimal.valueOf(places.size()));
        sides.left = sides.left.add(left);
        sides.right = sides.right.add(right);
        overdue += isOverdue ? 1 : 0;
        places.forEach(place -> listed.merge(place, 1L, Math::addExact));
        sides.accounts++;
        if (places.size() == (isOverdue ? 1 : 0) && left.compareTo(right) == 0) {
            sides.agreeing++;
        } else {
            differing.account(
                    Identity.R8,
                    account,
                    isOverdue ? "overdue " + left.toPlainString() : "not overdue",
                    places.isEmpty() ? "nothing" : words(places) + " " + right.toPlainString());
        }
        lines.forEach(line -> amountOn(account, line, total));
    }

    /** Of a guarantor it may be less, and to a contact it is not said. */
    private void amountOn(String account, CSVRecord line, BigDecimal total) {
        if (!line.get("party").equals("BORROWER")) {
            return;
        }
        borrowersLines++;
        if (ListedAccounts.amount(line, "overdue_total").compareTo(total) == 0) {
            asListed++;
        } else {
            differing.account(
                    Identity.R8, account, "overdue " + total.toPlainString(), "on a line " + line.get("overdue_total"));
        }
    }

    private static String words(List<Place> places) {
        return places.stream().map(place -> place.words).collect(Collectors.joining(" and "));
    }

    private boolean isReminded(List<CSVRecord> lines, List<CSVRecord> withheld) {
        return Stream.concat(lines.stream(), withheld.stream())
                .allMatch(row -> sources.reminders().contains(row.get("stage")));
    }

    private static List<Place> places(List<CSVRecord> lines, List<CSVRecord> withheld) {
        List<Place> places = new ArrayList<>();
        Set<List<String>> told = new HashSet<>();
        boolean isWithheld = false;
        for (CSVRecord line : lines) {
            boolean isTwice = !told.add(List.of(line.get("party"), line.get("party_id"), line.get("channel")));
            if (places.isEmpty() || isTwice) {
                places.add(Place.LINE);
            }
        }
        for (CSVRecord row : withheld) {
            if (row.get("rule").equals(Place.NO_STAGE.name())) {
                places.add(Place.NO_STAGE);
            } else {
                isWithheld = true;
            }
        }
        if (isWithheld && lines.isEmpty()) {
            places.add(Place.WITHHELD);
        }
        return places;
    }

    private List<Check> checks(IndexedLines lines) throws IOException {
        List<Check> checks = new ArrayList<>();
        long all = listed.values().stream().mapToLong(Long::longValue).sum();
        checks.add(Check.of(
                Identity.R8,
                "accounts",
                overdue,
                all,
                "accounts reported overdue, by their standings",
                String.format(
                        Locale.ROOT,
                        "with a line in worklist.csv %d, only in withheld.csv %d, below the first stage %d",
                        listed.getOrDefault(Place.LINE, 0L),
                        listed.getOrDefault(Place.WITHHELD, 0L),
                        listed.getOrDefault(Place.NO_STAGE, 0L))));
        byCurrency.forEach((currency, sides) -> {
            checks.add(Check.of(
                    Identity.R8,
                    currency + " overdue",
                    sides.left,
                    sides.right,
                    "what they owe by their standings",
                    "delinquency.csv, of the accounts that both lists name"));
            checks.add(Check.of(
                    Identity.R8,
                    currency + " accounts",
                    sides.accounts,
                    sides.agreeing,
                    "accounts that either side names",
                    "those of which both say the same"));
        });
        checks.add(Check.of(
                Identity.R8,
                "amounts",
                borrowersLines,
                asListed,
                "lines of worklist.csv to borrowers",
                "those with delinquency.csv's amount"));
        checks.add(Check.of(
                Identity.R8,
                "bytes",
                lines.bytes(),
                lines.found(),
                "worklist.csv",
                "its header and the lines that worklist-index.csv finds in it"));
        return checks;
    }
}
