package io.arrears.reconcile;

import io.arrears.delinquency.Policy;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.Tradeline;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Walks what a bureau holds after its answers and what the ledger says today side by side: it knows of every account that it must
 * know of, holds none that it must not, and holds as overdue what the standings say; and so of the contract of every line, where it is
 * told of contracts, and of its limit (R6).
 *
 * <p>Example: the file with the month's end of an account was refused, and the account is neither told anew nor on file: it is
 * missing. What is listed as held or rejected tonight is explained by that.
 */
public final class OnFileCheck {

    private final Sources sources;
    private final ReportingCalendar.Due due;
    private final Differing differing;
    private final HoldingKind kind;
    private final Tally missing = new Tally();
    private final Tally extra = new Tally();
    private long compared;
    private long same;
    private BigDecimal amountOnFile = BigDecimal.ZERO;
    private BigDecimal amountByLedger = BigDecimal.ZERO;

    /**
     * What a bureau's holdings are checked with.
     *
     * @param which whose holdings are looked at: {@code all}
     * @param isListed whether a row of a list is about a record to this bureau, of an account or of its contract
     */
    public record Sources(
            Bureau bureau,
            Policy policy,
            LocalDate asOf,
            String which,
            AccountsOnFile accounts,
            Path held,
            Path rejected,
            Predicate<CSVRecord> isListed) {}

    private enum Place {
        /** The lists' word for it, which stays, is held. */
        ON_FILE("held"),
        ON_ITS_WAY("on its way"),
        LISTED("listed"),
        EXCLUDED("excluded"),
        NOT_DUE("not due"),
        /** It was never told of, which is R1's to find. */
        UNTOLD("never told"),
        UNEXPLAINED("");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    private static final class Tally {
        private final Map<Place, Long> places = new EnumMap<>(Place.class);

        void add(Place place) {
            places.merge(place, 1L, Math::addExact);
        }

        Check check(String scope, String from) {
            long all = places.values().stream().mapToLong(Long::longValue).sum();
            String parts = places.entrySet().stream()
                    .filter(place -> place.getKey() != Place.UNEXPLAINED)
                    .map(place -> place.getKey().words + " " + place.getValue())
                    .collect(Collectors.joining(", "));
            return Check.of(Identity.R6, scope, all, all - places.getOrDefault(Place.UNEXPLAINED, 0L), from, parts);
        }
    }

    private OnFileCheck(Sources sources, ReportingCalendar.Due due, Differing differing, HoldingKind kind) {
        this.sources = sources;
        this.due = due;
        this.differing = differing;
        this.kind = kind;
    }

    public static List<Check> check(Sources sources, Differing differing) throws IOException, SQLException {
        Bureau bureau = sources.bureau();
        ReportingCalendar.Due due = bureau.terms().calendar().on(sources.asOf());
        List<OnFileCheck> all = new ArrayList<>();
        Policy policy = bureau.terms().policy(sources.policy());
        all.add(new OnFileCheck(sources, due, differing, new AccountHoldings(bureau, policy, due)));
        bureau.contracts()
                .ifPresent(contracts ->
                        all.add(new OnFileCheck(sources, due, differing, new ContractHoldings(contracts, due))));
        try (ListedAccounts held = ListedAccounts.of(sources.held(), sources.isListed());
                ListedAccounts rejected = ListedAccounts.of(sources.rejected(), sources.isListed())) {
            for (AccountOnFile next = sources.accounts().next();
                    next != null;
                    next = sources.accounts().next()) {
                List<CSVRecord> listed = held.upTo(next.account());
                listed.addAll(rejected.upTo(next.account()));
                for (OnFileCheck check : all) {
                    check.look(next, listed);
                }
            }
        }
        return all.stream().flatMap(check -> check.checks().stream()).toList();
    }

    private void look(AccountOnFile account, List<CSVRecord> rows) {
        AccountOnFile.Holding held = kind.held(account);
        if (held == null) {
            return;
        }
        boolean isListed = rows.stream().anyMatch(kind::isListed);
        LedgerAccount ledger = account.ledger();
        Expectation expected = ledger == null ? null : kind.expected(account, ledger);
        if (ledger != null
                && expected != null
                && !ledger.view().isExcluded(sources.bureau().terms())) {
            if (expected.isDue()) {
                lookWhetherMissing(account.account(), held, ledger, expected, isListed);
            }
            if (!expected.isEnd() && !isListed) {
                compare(account.account(), held, ledger);
            }
        }
        if (held.now().isAnything() || held.soon().isAnything()) {
            lookWhetherExtra(account.account(), held, ledger, expected, isListed);
        }
    }

    private boolean isReported(LedgerAccount ledger) {
        return ledger.view().isInScope(sources.bureau().terms());
    }

    // Missing

    private void lookWhetherMissing(
            String account, AccountOnFile.Holding held, LedgerAccount ledger, Expectation expected, boolean isListed) {
        Place place;
        if (knows(held.now(), expected)) {
            place = Place.ON_FILE;
        } else if (knows(held.soon(), expected)) {
            place = Place.ON_ITS_WAY;
        } else if (isListed) {
            place = Place.LISTED;
        } else if (!held.isReportedUpTo(expected.day())) {
            place = Place.UNTOLD;
        } else {
            place = held.soon().isEnded() && isYetToBeTold(ledger) ? Place.NOT_DUE : Place.UNEXPLAINED;
        }
        missing.add(place);
        if (place == Place.UNEXPLAINED) {
            differing.account(
                    Identity.R6,
                    account,
                    kind.words().named()
                            + (expected.isEnd() ? "ended on " : "open, to be known up to ")
                            + expected.day(),
                    "missing: " + said(held.soon()));
        }
    }

    /** Up to the day, and every month before it, too. */
    private boolean knows(Tradeline onFile, Expectation expected) {
        LocalDate last = onFile.lastDay();
        return last != null
                && (expected.isEnd() || (!onFile.isEnded() && !last.isBefore(expected.day())))
                && expected.hasEvery(onFile.firstDay(), onFile.days());
    }

    /** An end that was undone on a day of which no event is told yet. */
    private boolean isYetToBeTold(LedgerAccount ledger) {
        return ledger.since().isAfter(due.eventsUntil());
    }

    private static String said(Tradeline onFile) {
        return onFile.lastDay() == null
                ? "nothing is held"
                : (onFile.isEnded() ? "held as ended, up to " : "held as open, up to ") + onFile.lastDay();
    }

    // Extra

    private void lookWhetherExtra(
            String account,
            AccountOnFile.Holding held,
            @Nullable LedgerAccount ledger,
            @Nullable Expectation expected,
            boolean isListed) {
        Place place;
        if (mayHold(held.now(), ledger, expected)) {
            place = ledger != null && !isReported(ledger) ? Place.EXCLUDED : Place.ON_FILE;
        } else if (mayHold(held.soon(), ledger, expected)) {
            place = Place.ON_ITS_WAY;
        } else if (isListed) {
            place = Place.LISTED;
        } else if (ledger != null && !ledger.standing().isOpened(sources.asOf())) {
            place = Place.NOT_DUE;
        } else {
            place = isUntoldEnd(held, ledger, expected) ? Place.UNTOLD : Place.UNEXPLAINED;
        }
        extra.add(place);
        if (place == Place.UNEXPLAINED) {
            differing.account(
                    Identity.R6,
                    account,
                    kind.words().named() + "extra: " + said(held.soon()),
                    denied(ledger, expected));
        }
    }

    private boolean mayHold(Tradeline onFile, @Nullable LedgerAccount ledger, @Nullable Expectation expected) {
        if (!onFile.isAnything()) {
            return true;
        } else if (ledger == null || ledger.view().isBlocked()) {
            return false;
        } else if (!isReported(ledger)) {
            return true;
        }
        return expected != null
                && ledger.standing().isOpened(sources.asOf())
                && (!expected.isEnd() || onFile.isEnded());
    }

    private boolean isUntoldEnd(
            AccountOnFile.Holding held, @Nullable LedgerAccount ledger, @Nullable Expectation expected) {
        return ledger != null
                && expected != null
                && !ledger.view().isBlocked()
                && expected.isDue()
                && !held.isReportedUpTo(expected.day());
    }

    private static String denied(@Nullable LedgerAccount ledger, @Nullable Expectation expected) {
        if (ledger == null) {
            return "not in the ledger";
        } else if (ledger.view().isBlocked()) {
            return "must not be told, by a furnish_block";
        }
        return expected == null ? "no line of credit" : "ended on " + expected.day();
    }

    // Different

    private void compare(String account, AccountOnFile.Holding held, LedgerAccount ledger) {
        LocalDate day = held.soon().settledOn();
        BigDecimal reported = held.soon().amount();
        if (day == null || reported == null || held.soon().isEnded()) {
            return;
        }
        BigDecimal says = kind.amount(ledger, day);
        if (says == null) {
            return;
        }
        compared++;
        amountOnFile = amountOnFile.add(reported);
        amountByLedger = amountByLedger.add(says);
        if (reported.compareTo(says) == 0) {
            same++;
        } else {
            differing.account(
                    Identity.R6,
                    account,
                    kind.words().named() + "different: " + reported.toPlainString() + " "
                            + kind.words().amount() + " on " + day,
                    says.toPlainString() + " " + kind.words().byLedger());
        }
    }

    private List<Check> checks() {
        HoldingKind.Words words = kind.words();
        String scope = sources.bureau().terms().bureau() + words.scope();
        String which = ", " + sources.which();
        return List.of(
                missing.check(scope + " missing", words.plural() + " that by the ledger it must know of" + which),
                extra.check(
                        scope + " extra",
                        words.plural() + " that it holds or will once what is on its way is sent" + which),
                Check.of(Identity.R6, scope + " different", compared, same, words.compared() + which, words.same()),
                Check.of(
                        Identity.R6,
                        scope + " different " + words.amount(),
                        amountOnFile,
                        amountByLedger,
                        words.amounts(),
                        words.allByLedger()));
    }
}
