package io.arrears.reconcile;

import io.arrears.delinquency.Delinquency;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Walks what a bureau holds after its answers and what the ledger says today side by side: it knows of every account that it must
 * know of, holds none that it must not, and holds as overdue what the standings say (R6).
 *
 * <p>Example: the file with the month's end of an account was refused, and the account is neither told anew nor on file: it is
 * missing. What is listed as held or rejected tonight is explained by that.
 */
public final class OnFileCheck {

    private final Sources sources;
    private final ReportingCalendar.Due due;
    private final Policy policy;
    private final Differing differing;
    private final Tally missing = new Tally();
    private final Tally extra = new Tally();
    private long compared;
    private long same;
    private BigDecimal overdueOnFile = BigDecimal.ZERO;
    private BigDecimal owed = BigDecimal.ZERO;

    /**
     * What a bureau's holdings are checked with.
     *
     * @param which whose holdings are looked at: {@code all}
     * @param isListed whether a row of a list is about an account's record to this bureau
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

    private OnFileCheck(Sources sources, Differing differing) {
        this.sources = sources;
        this.due = sources.bureau().terms().calendar().on(sources.asOf());
        this.policy = sources.bureau().terms().policy(sources.policy());
        this.differing = differing;
    }

    public static List<Check> check(Sources sources, Differing differing) throws IOException, SQLException {
        OnFileCheck holdings = new OnFileCheck(sources, differing);
        try (ListedAccounts held = ListedAccounts.of(sources.held(), sources.isListed());
                ListedAccounts rejected = ListedAccounts.of(sources.rejected(), sources.isListed())) {
            for (AccountOnFile next = sources.accounts().next();
                    next != null;
                    next = sources.accounts().next()) {
                boolean waits = held.takeAll(next.account());
                boolean broken = rejected.takeAll(next.account());
                holdings.look(next, waits || broken);
            }
        }
        return holdings.checks();
    }

    private void look(AccountOnFile account, boolean isListed) {
        LedgerAccount ledger = account.ledger();
        Expectation expected = ledger == null ? null : sources.bureau().expected(ledger.view(), due);
        if (ledger != null
                && expected != null
                && !ledger.view().isExcluded(sources.bureau().terms())) {
            if (expected.isDue()) {
                lookWhetherMissing(account, ledger, expected, isListed);
            }
            if (!expected.isEnd() && !isListed) {
                compare(account, ledger);
            }
        }
        if (account.now().isAnything() || account.soon().isAnything()) {
            lookWhetherExtra(account, ledger, expected, isListed);
        }
    }

    private boolean isReported(LedgerAccount ledger) {
        return ledger.view().isInScope(sources.bureau().terms());
    }

    // Missing

    private void lookWhetherMissing(
            AccountOnFile account, LedgerAccount ledger, Expectation expected, boolean isListed) {
        Place place;
        if (knows(account.now(), expected)) {
            place = Place.ON_FILE;
        } else if (knows(account.soon(), expected)) {
            place = Place.ON_ITS_WAY;
        } else if (isListed) {
            place = Place.LISTED;
        } else if (!account.isReportedUpTo(expected.day())) {
            place = Place.UNTOLD;
        } else {
            place = account.soon().isEnded() && isYetToBeTold(ledger) ? Place.NOT_DUE : Place.UNEXPLAINED;
        }
        missing.add(place);
        if (place == Place.UNEXPLAINED) {
            differing.account(
                    Identity.R6,
                    account.account(),
                    (expected.isEnd() ? "ended on " : "open, to be known up to ") + expected.day(),
                    "missing: " + said(account.soon()));
        }
    }

    /** Up to the day, and every month before it, too. */
    private boolean knows(Tradeline onFile, Expectation expected) {
        LocalDate last = onFile.lastDay();
        return last != null
                && (expected.isEnd() || (!onFile.isEnded() && !last.isBefore(expected.day())))
                && expected.hasEveryMonth(onFile.firstDay(), onFile.monthEnds());
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
            AccountOnFile account, @Nullable LedgerAccount ledger, @Nullable Expectation expected, boolean isListed) {
        Place place;
        if (mayHold(account.now(), ledger, expected)) {
            place = ledger != null && !isReported(ledger) ? Place.EXCLUDED : Place.ON_FILE;
        } else if (mayHold(account.soon(), ledger, expected)) {
            place = Place.ON_ITS_WAY;
        } else if (isListed) {
            place = Place.LISTED;
        } else if (ledger != null && !ledger.standing().isOpened(sources.asOf())) {
            place = Place.NOT_DUE;
        } else {
            place = isUntoldEnd(account, ledger, expected) ? Place.UNTOLD : Place.UNEXPLAINED;
        }
        extra.add(place);
        if (place == Place.UNEXPLAINED) {
            differing.account(
                    Identity.R6, account.account(), "extra: " + said(account.soon()), denied(ledger, expected));
        }
    }

    private boolean mayHold(Tradeline onFile, @Nullable LedgerAccount ledger, @Nullable Expectation expected) {
        if (!onFile.isAnything()) {
            return true;
        } else if (ledger == null || expected == null || ledger.view().isBlocked()) {
            return false;
        }
        return !isReported(ledger)
                || (ledger.standing().isOpened(sources.asOf()) && (!expected.isEnd() || onFile.isEnded()));
    }

    private boolean isUntoldEnd(AccountOnFile account, @Nullable LedgerAccount ledger, @Nullable Expectation expected) {
        return ledger != null
                && expected != null
                && !ledger.view().isBlocked()
                && expected.isDue()
                && !account.isReportedUpTo(expected.day());
    }

    private static String denied(@Nullable LedgerAccount ledger, @Nullable Expectation expected) {
        if (ledger == null || expected == null) {
            return "not in the ledger";
        }
        return ledger.view().isBlocked() ? "must not be told, by a furnish_block" : "ended on " + expected.day();
    }

    // Different

    /**
     * Only where the standing has held since the day: what changed since says nothing of it, nor does it say what fell due on the
     * day itself and is an arrear from the next one on, where the bureau counts that as overdue already.
     */
    private void compare(AccountOnFile account, LedgerAccount ledger) {
        LocalDate day = account.soon().settledOn();
        BigDecimal reported = account.soon().overdue();
        if (day == null
                || reported == null
                || account.soon().isEnded()
                || ledger.since().isAfter(day)) {
            return;
        }
        if (policy.threshold().onLastDayOfMonth()
                && day.plusDays(1).equals(ledger.standing().wakesOn())) {
            return;
        }
        BigDecimal says = sources.bureau().overdue(Delinquency.on(day, ledger.standing(), policy));
        compared++;
        overdueOnFile = overdueOnFile.add(reported);
        owed = owed.add(says);
        if (reported.compareTo(says) == 0) {
            same++;
        } else {
            differing.account(
                    Identity.R6,
                    account.account(),
                    "different: " + reported.toPlainString() + " overdue on " + day,
                    says.toPlainString() + " by its standing");
        }
    }

    private List<Check> checks() {
        String name = sources.bureau().terms().bureau();
        String which = sources.which();
        String standings = "what these standings, unchanged since, say of that day";
        return List.of(
                missing.check(name + " missing", "accounts that by the ledger it must know of, " + which),
                extra.check(
                        name + " extra", "accounts that it holds or will once what is on its way is sent, " + which),
                Check.of(
                        Identity.R6,
                        name + " different",
                        compared,
                        same,
                        "newest months that it holds or will, whose account has not changed since, " + which,
                        "those with the overdue amount of their standings"),
                Check.of(
                        Identity.R6,
                        name + " different overdue",
                        overdueOnFile,
                        owed,
                        "overdue amounts of these months, in its units",
                        standings));
    }
}
