package io.arrears.reconcile;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.publish.DelinquencyCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Walks a night's list of accounts, those that by the ledger alone owe a bureau a record, what it was told tonight and the lists of
 * what it was not, side by side in key order: every account is furnished, not due, held, rejected or excluded (R1).
 */
public final class ReportedCheck {

    private final Sources sources;
    private final Differing differing;
    private final Map<Place, Sum> byPlace = new EnumMap<>(Place.class);
    private final Sum all = new Sum();

    /**
     * What a bureau's accounts are checked with.
     *
     * @param accounts what was reported of each account, tonight's records included, beside what the ledger says of it
     * @param listsExcluded whether this run lists accounts that are none of the bureau's
     * @param isListed whether a row of a list with kinds is about an account's record to this bureau
     * @param isExcluded the same of the list of accounts that are none of the bureau's
     */
    public record Sources(
            Bureau bureau,
            LocalDate asOf,
            boolean listsExcluded,
            Path delinquency,
            ByAccount<AccountReports> accounts,
            Path held,
            Path rejected,
            Path excluded,
            Predicate<CSVRecord> isListed,
            Predicate<CSVRecord> isExcluded) {}

    private enum Place {
        FURNISHED,
        NOT_DUE,
        HELD,
        REJECTED,
        EXCLUDED,
        FORGOTTEN;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final class Sum {
        private long accounts;
        private BigDecimal overdue = BigDecimal.ZERO;

        void add(BigDecimal amount) {
            accounts++;
            overdue = overdue.add(amount);
        }
    }

    private ReportedCheck(Sources sources, Differing differing) {
        this.sources = sources;
        this.differing = differing;
    }

    public static List<Check> check(Sources sources, Differing differing) throws IOException {
        ReportedCheck accounts = new ReportedCheck(sources, differing);
        try (ListedAccounts listed = ListedAccounts.of(sources.delinquency());
                ListedAccounts held = ListedAccounts.of(sources.held(), sources.isListed());
                ListedAccounts rejected = ListedAccounts.of(sources.rejected(), sources.isListed());
                ListedAccounts excluded = ListedAccounts.of(sources.excluded(), sources.isExcluded())) {
            accounts.walk(listed, held, rejected, excluded);
        }
        return accounts.checks();
    }

    private void walk(ListedAccounts listed, ListedAccounts held, ListedAccounts rejected, ListedAccounts excluded) {
        ReportingCalendar.Due due = sources.bureau().terms().calendar().on(sources.asOf());
        ByAccount<?>[] every = {listed, sources.accounts(), held, rejected, excluded};
        for (String account = ByAccount.first(every); account != null; account = ByAccount.first(every)) {
            CSVRecord row = listed.take(account);
            AccountReports reports = sources.accounts().take(account);
            boolean owes = reports != null && reports.owes(sources.bureau(), due, sources.listsExcluded());
            boolean waits = held.takeAll(account);
            boolean broken = rejected.takeAll(account);
            boolean outside = excluded.takeAll(account);
            boolean isReported =
                    reports != null && (reports.isRetractedTonight() || (reports.isReportedTonight() && !owes));
            Place place;
            if (isReported) {
                place = Place.FURNISHED;
            } else if (waits) {
                place = Place.HELD;
            } else if (broken) {
                place = Place.REJECTED;
            } else if (outside) {
                place = Place.EXCLUDED;
            } else {
                place = owes ? Place.FORGOTTEN : Place.NOT_DUE;
            }
            if (row != null || place != Place.NOT_DUE) {
                count(account, place, row);
            }
        }
    }

    private String name() {
        return sources.bureau().terms().bureau();
    }

    private void count(String account, Place place, @Nullable CSVRecord row) {
        BigDecimal overdue =
                row == null ? BigDecimal.ZERO : ListedAccounts.amount(row, DelinquencyCsv.OVERDUE_TOTAL.column());
        all.add(overdue);
        byPlace.computeIfAbsent(place, any -> new Sum()).add(overdue);
        if (place == Place.FORGOTTEN) {
            differing.account(Identity.R1, account, "owes " + name() + " a record", "neither told nor listed");
        }
    }

    private List<Check> checks() {
        Sum rest = new Sum();
        byPlace.forEach((place, sum) -> {
            if (place != Place.FORGOTTEN) {
                rest.accounts += sum.accounts;
                rest.overdue = rest.overdue.add(sum.overdue);
            }
        });
        String left = "delinquency.csv, those that by the ledger owe a record, and those told or listed";
        return List.of(
                Check.of(
                        Identity.R1,
                        name() + " accounts",
                        all.accounts,
                        rest.accounts,
                        left,
                        each(sum -> Long.toString(sum.accounts))),
                Check.of(
                        Identity.R1,
                        name() + " overdue",
                        all.overdue,
                        rest.overdue,
                        left,
                        each(sum -> sum.overdue.toPlainString())));
    }

    private String each(Function<Sum, String> figure) {
        return byPlace.entrySet().stream()
                .filter(place -> place.getKey() != Place.FORGOTTEN)
                .map(place -> place.getKey().words() + " " + figure.apply(place.getValue()))
                .collect(Collectors.joining(", "));
    }
}
