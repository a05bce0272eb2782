package io.arrears.reconcile;

import io.arrears.publish.DelinquencyCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
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
     * @param owing what each account owes by the ledger; an account without a value owes nothing
     * @param told the accounts that tonight's records of their own are about
     * @param takenBack the accounts that tonight's records take back as a whole
     * @param isListed whether a row of a list with kinds is about an account's record to this bureau
     * @param isExcluded the same of the list of accounts that are none of the bureau's
     */
    public record Sources(
            String bureau,
            Path delinquency,
            ByAccount<Boolean> owing,
            ByAccount<Boolean> told,
            ByAccount<Boolean> takenBack,
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
        ByAccount<?>[] every = {listed, sources.owing(), sources.told(), sources.takenBack(), held, rejected, excluded};
        for (String account = ByAccount.first(every); account != null; account = ByAccount.first(every)) {
            CSVRecord row = listed.take(account);
            boolean owes = Boolean.TRUE.equals(sources.owing().take(account));
            boolean told = sources.told().take(account) != null;
            boolean takenBack = sources.takenBack().take(account) != null;
            boolean waits = held.takeAll(account);
            boolean broken = rejected.takeAll(account);
            boolean outside = excluded.takeAll(account);
            boolean isTold = takenBack || (told && !owes);
            Place place;
            if (isTold) {
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
            if (row != null || owes || place != Place.NOT_DUE) {
                count(account, place, row);
            }
        }
    }

    private void count(String account, Place place, @Nullable CSVRecord row) {
        BigDecimal overdue =
                row == null ? BigDecimal.ZERO : ListedAccounts.amount(row, DelinquencyCsv.OVERDUE_TOTAL.column());
        all.add(overdue);
        byPlace.computeIfAbsent(place, any -> new Sum()).add(overdue);
        if (place == Place.FORGOTTEN) {
            differing.account(
                    Identity.R1, account, "owes " + sources.bureau() + " a record", "neither told nor listed");
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
                        sources.bureau() + " accounts",
                        all.accounts,
                        rest.accounts,
                        left,
                        each(sum -> Long.toString(sum.accounts))),
                Check.of(
                        Identity.R1,
                        sources.bureau() + " overdue",
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
