package io.arrears.reconcile;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Contracts;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.publish.DelinquencyCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Walks a night's list of accounts, those that by the ledger alone owe a bureau a record, what it was told tonight and the lists of
 * what it was not, side by side in key order: every account is furnished, not due, held, rejected or excluded, and so is the contract
 * of every line, where the bureau is told of contracts (R1).
 */
public final class ReportedCheck {

    private static final String FORGOTTEN = "neither told nor listed";

    private final Sources sources;
    private final Differing differing;
    private final Optional<Contracts> told;
    private final Tally accounts = new Tally();
    private final Tally contracts = new Tally();

    /**
     * What a bureau's accounts are checked with.
     *
     * @param accounts what was reported of each account, tonight's records included, beside what the ledger says of it
     * @param listsExcluded whether this run lists accounts that are none of the bureau's
     * @param isListed whether a row of a list with kinds is about a record to this bureau, of an account or of its contract
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

    /** All of a kind, and where each of them is. */
    private static final class Tally {
        private final Map<Place, Sum> byPlace = new EnumMap<>(Place.class);
        private final Sum all = new Sum();

        void add(Place place, BigDecimal overdue) {
            all.add(overdue);
            byPlace.computeIfAbsent(place, any -> new Sum()).add(overdue);
        }

        /** What is not forgotten. */
        Sum rest() {
            Sum rest = new Sum();
            byPlace.forEach((place, sum) -> {
                if (place != Place.FORGOTTEN) {
                    rest.accounts += sum.accounts;
                    rest.overdue = rest.overdue.add(sum.overdue);
                }
            });
            return rest;
        }

        String each(Function<Sum, String> figure) {
            return byPlace.entrySet().stream()
                    .filter(place -> place.getKey() != Place.FORGOTTEN)
                    .map(place -> place.getKey().words() + " " + figure.apply(place.getValue()))
                    .collect(Collectors.joining(", "));
        }
    }

    /** The rows of an account in the lists of what is not told, of the account itself or of its contract. */
    private record Listed(boolean waits, boolean isBroken, boolean isOutside) {

        boolean isAnywhere() {
            return waits || isBroken || isOutside;
        }
    }

    private ReportedCheck(Sources sources, Differing differing) {
        this.sources = sources;
        this.differing = differing;
        this.told = sources.bureau().contracts();
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
            List<CSVRecord> waits = held.all(account);
            List<CSVRecord> broken = rejected.all(account);
            boolean isOutside = excluded.takeAll(account);
            Listed own = new Listed(isAny(waits, false), isAny(broken, false), isOutside);
            Place place = place(reports, Subject.ACCOUNT, expected(reports, due), own);
            if (row != null || place != Place.NOT_DUE) {
                count(account, place, row);
            }
            boolean hasContract = hasContract(reports);
            Listed ofContract = new Listed(isAny(waits, true), isAny(broken, true), isOutside && hasContract);
            if (hasContract || ofContract.isAnywhere()) {
                countContract(account, place(reports, Subject.CONTRACT, expectedOfContract(reports, due), ofContract));
            }
        }
    }

    /** What is asked of an account; nothing of one that the ledger does not have, nor of one that is listed on another night. */
    private @Nullable Expectation expected(@Nullable AccountReports reports, ReportingCalendar.Due due) {
        AccountView ledger = asked(reports);
        return ledger == null ? null : sources.bureau().expected(ledger, due);
    }

    private @Nullable Expectation expectedOfContract(@Nullable AccountReports reports, ReportingCalendar.Due due) {
        AccountView ledger = asked(reports);
        return ledger == null || reports == null || !hasContract(reports)
                ? null
                : told.map(contracts -> contracts.expected(ledger, due, reports.heldSince()))
                        .orElse(null);
    }

    private @Nullable AccountView asked(@Nullable AccountReports reports) {
        AccountView ledger = reports == null ? null : reports.ledger();
        boolean isListedElsewhere =
                ledger != null && ledger.isExcluded(sources.bureau().terms()) && !sources.listsExcluded();
        return isListedElsewhere ? null : ledger;
    }

    private boolean hasContract(@Nullable AccountReports reports) {
        AccountView ledger = reports == null ? null : reports.ledger();
        return ledger != null
                && told.filter(contracts -> contracts.isOf(ledger)).isPresent();
    }

    private boolean isAny(List<CSVRecord> rows, boolean ofContract) {
        return rows.stream().anyMatch(row -> HoldingKind.isOfContract(sources.bureau(), row) == ofContract);
    }

    /** @param expected of what the bureau must have been told; none where nobody asks for it */
    private static Place place(
            @Nullable AccountReports reports, Subject whom, @Nullable Expectation expected, Listed listed) {
        boolean owes = reports != null && expected != null && reports.owes(whom, expected);
        if (reports != null && (reports.isRetractedTonight(whom) || (reports.isReportedTonight(whom) && !owes))) {
            return Place.FURNISHED;
        } else if (listed.waits()) {
            return Place.HELD;
        } else if (listed.isBroken()) {
            return Place.REJECTED;
        } else if (listed.isOutside()) {
            return Place.EXCLUDED;
        }
        return owes ? Place.FORGOTTEN : Place.NOT_DUE;
    }

    private String name() {
        return sources.bureau().terms().bureau();
    }

    private void count(String account, Place place, @Nullable CSVRecord row) {
        accounts.add(
                place,
                row == null ? BigDecimal.ZERO : ListedAccounts.amount(row, DelinquencyCsv.OVERDUE_TOTAL.column()));
        if (place == Place.FORGOTTEN) {
            differing.account(Identity.R1, account, "owes " + name() + " a record", FORGOTTEN);
        }
    }

    /** What is overdue is the account's to tell. */
    private void countContract(String account, Place place) {
        contracts.add(place, BigDecimal.ZERO);
        if (place == Place.FORGOTTEN) {
            differing.account(Identity.R1, account, "owes " + name() + " a record of its contract", FORGOTTEN);
        }
    }

    private List<Check> checks() {
        String left = "delinquency.csv, those that by the ledger owe a record, and those told or listed";
        List<Check> checks = new ArrayList<>(List.of(
                Check.of(
                        Identity.R1,
                        name() + " accounts",
                        accounts.all.accounts,
                        accounts.rest().accounts,
                        left,
                        accounts.each(sum -> Long.toString(sum.accounts))),
                Check.of(
                        Identity.R1,
                        name() + " overdue",
                        accounts.all.overdue,
                        accounts.rest().overdue,
                        left,
                        accounts.each(sum -> sum.overdue.toPlainString()))));
        if (told.isPresent()) {
            checks.add(Check.of(
                    Identity.R1,
                    name() + " contracts",
                    contracts.all.accounts,
                    contracts.rest().accounts,
                    "lines whose contract it is told of, and those listed",
                    contracts.each(sum -> Long.toString(sum.accounts))));
        }
        return checks;
    }
}
