package io.arrears.reconcile;

import io.arrears.delinquency.Movement;
import io.arrears.delinquency.Status;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.MovementsCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Walks the last published delinquency.csv, tonight's and tonight's movements side by side in key order: the overdue amount
 * rolls forward (R3), and accounts move between buckets without one getting lost (R4).
 *
 * <p>An account listed twice, or out of order, is met a second time without its counterpart and so differs.
 */
public final class ListedNights {

    private final Sources sources;
    private final Differing differing;
    private final Map<String, RolledForward> byCurrency = new TreeMap<>();
    private final Map<String, Long> before = new TreeMap<>();
    private final Map<String, Long> now = new TreeMap<>();
    private long openBefore;
    private long ofTheseListed;

    /**
     * What the two nights are checked with.
     *
     * @param last what the night published last has listed
     * @param open how many open accounts the standings have in each bucket
     * @param currencies each account's currency; accounts that nobody asks for are passed over
     * @param isPenaltyCounted whether penalty rolls forward: not where some is accrued
     */
    public record Sources(
            Last last,
            Path now,
            Path movements,
            Map<String, Long> open,
            ByAccount<String> currencies,
            boolean isPenaltyCounted) {}

    /** The night published last, as far as its folder can be believed. */
    public sealed interface Last {}

    /** Its delinquency.csv, and how many accounts its manifest counts in each bucket, closed ones included. */
    public record Published(Path file, Map<String, Long> byBucket) implements Last {}

    /** Why there is no list of it. */
    public enum Unlisted implements Last {
        /** Nothing was published before. */
        FIRST,
        /** Its folder is not there any more, which is no difference: a night may be kept elsewhere. */
        GONE,
        /** Its folder is there, and its delinquency.csv or its manifest is not what was signed: a difference, whatever it says. */
        CHANGED
    }

    /** One currency's overdue amount from the last night to this. */
    private static final class RolledForward {
        private BigDecimal opening = BigDecimal.ZERO;
        private final Map<Movement, BigDecimal> moved = new EnumMap<>(Movement.class);
        private BigDecimal closing = BigDecimal.ZERO;
        private long accounts;
        private long rolling;

        String movements() {
            return moved.entrySet().stream()
                    .filter(movement -> movement.getValue().signum() != 0)
                    .map(movement -> movement.getKey().column() + " "
                            + movement.getValue().toPlainString())
                    .collect(Collectors.joining(", "));
        }

        BigDecimal rolled() {
            return moved.values().stream().reduce(opening, BigDecimal::add);
        }
    }

    private ListedNights(Sources sources, Differing differing) {
        this.sources = sources;
        this.differing = differing;
    }

    /** The checks of R3 and R4; each account that makes up a difference is told to {@code differing}. */
    public static List<Check> check(Sources sources, Differing differing) throws IOException {
        ListedNights nights = new ListedNights(sources, differing);
        nights.walk();
        List<Check> checks = new ArrayList<>(nights.rollForward());
        checks.addAll(nights.migration());
        return checks;
    }

    private void walk() throws IOException {
        try (ListedAccounts was = sources.last() instanceof Published last
                        ? ListedAccounts.of(last.file())
                        : ListedAccounts.none();
                ListedAccounts is = ListedAccounts.of(sources.now());
                ListedAccounts moved = ListedAccounts.of(sources.movements())) {
            String account = ByAccount.first(was, is, moved);
            while (account != null) {
                CSVRecord wasRow = was.take(account);
                CSVRecord isRow = is.take(account);
                CSVRecord movedRow = moved.take(account);
                if (rollsForward()) {
                    rollForward(account, wasRow, isRow, movedRow);
                }
                migrate(account, wasRow, isRow);
                account = ByAccount.first(was, is, moved);
            }
        }
    }

    private boolean rollsForward() {
        return sources.last() instanceof Published || sources.last() == Unlisted.FIRST;
    }

    private void rollForward(
            String account, @Nullable CSVRecord was, @Nullable CSVRecord is, @Nullable CSVRecord moved) {
        BigDecimal opening = overdue(was);
        BigDecimal closing = overdue(is);
        BigDecimal rolled = opening;
        if (opening.signum() == 0 && closing.signum() == 0 && moved == null) {
            return;
        }
        String currency = moved != null ? moved.get(MovementsCsv.CURRENCY) : currency(account);
        RolledForward sum = byCurrency.computeIfAbsent(currency, code -> new RolledForward());
        if (moved != null) {
            for (Movement movement : Movement.values()) {
                BigDecimal amount = ListedAccounts.amount(moved, movement.column());
                sum.moved.merge(movement, amount, BigDecimal::add);
                rolled = rolled.add(amount);
            }
        }
        sum.opening = sum.opening.add(opening);
        sum.closing = sum.closing.add(closing);
        sum.accounts++;
        if (rolled.compareTo(closing) == 0) {
            sum.rolling++;
        } else {
            differing.account(Identity.R3, account, rolled.toPlainString(), closing.toPlainString());
        }
    }

    private String currency(String account) {
        return Objects.requireNonNullElse(sources.currencies().take(account), "?");
    }

    /** Of a closed account nothing is overdue: what is left of it lies within tolerance. */
    private BigDecimal overdue(@Nullable CSVRecord row) {
        if (row == null || isClosed(row)) {
            return BigDecimal.ZERO;
        }
        BigDecimal total = ListedAccounts.amount(row, DelinquencyCsv.OVERDUE_TOTAL.column());
        return sources.isPenaltyCounted()
                ? total
                : total.subtract(ListedAccounts.amount(row, DelinquencyCsv.OVERDUE_PENALTY.column()));
    }

    private static boolean isClosed(CSVRecord row) {
        return row.get(DelinquencyCsv.STATUS.column()).equals(Status.CLOSED.name());
    }

    private void migrate(String account, @Nullable CSVRecord was, @Nullable CSVRecord is) {
        if (was != null) {
            before.merge(was.get(DelinquencyCsv.BUCKET.column()), 1L, Math::addExact);
            if (!isClosed(was)) {
                openBefore++;
                if (is == null) {
                    differing.account(
                            Identity.R4, account, "listed in " + was.get(DelinquencyCsv.BUCKET.column()), "no row");
                } else {
                    ofTheseListed++;
                }
            }
        }
        if (is != null && !isClosed(is)) {
            now.merge(is.get(DelinquencyCsv.BUCKET.column()), 1L, Math::addExact);
        }
    }

    private List<Check> rollForward() {
        if (!rollsForward()) {
            return List.of(unlisted(Identity.R3, ""));
        }
        List<Check> checks = new ArrayList<>();
        byCurrency.forEach((currency, sum) -> {
            checks.add(Check.of(
                    Identity.R3,
                    currency,
                    sum.rolled(),
                    sum.closing,
                    "the last delinquency.csv " + sum.opening.toPlainString() + ", movements.csv "
                            + (sum.moved.isEmpty() ? "nothing" : sum.movements()),
                    "this delinquency.csv"));
            checks.add(Check.of(
                    Identity.R3,
                    currency + " accounts",
                    sum.accounts,
                    sum.rolling,
                    "accounts with an overdue amount or a movement",
                    "those of them that roll forward each"));
        });
        return checks;
    }

    private List<Check> migration() {
        List<Check> checks = new ArrayList<>();
        if (!rollsForward()) {
            checks.add(unlisted(Identity.R4, "from the last night"));
        }
        if (sources.last() instanceof Published published) {
            for (String bucket : union(published.byBucket(), before)) {
                checks.add(Check.of(
                        Identity.R4,
                        "from " + bucket,
                        published.byBucket().getOrDefault(bucket, 0L),
                        before.getOrDefault(bucket, 0L),
                        "the last manifest",
                        "rows of the last delinquency.csv"));
            }
            checks.add(Check.of(
                    Identity.R4,
                    "open before",
                    openBefore,
                    ofTheseListed,
                    "open accounts of the last delinquency.csv",
                    "those of them in this delinquency.csv"));
        }
        for (String bucket : union(sources.open(), now)) {
            checks.add(Check.of(
                    Identity.R4,
                    "to " + bucket,
                    sources.open().getOrDefault(bucket, 0L),
                    now.getOrDefault(bucket, 0L),
                    "open accounts by their standings",
                    "rows of this delinquency.csv"));
        }
        return checks;
    }

    /** What is said of an identity that begins with the last night's list, where that cannot be read. */
    private Check unlisted(Identity identity, String scope) {
        return sources.last() == Unlisted.CHANGED
                ? Check.of(
                        identity,
                        "the last night's list",
                        1,
                        0,
                        "a delinquency.csv that its run signed",
                        "those in its folder that still are what was signed: 'arrears verify' says what was changed")
                : Check.missing(identity, scope, "the last published folder is not there");
    }

    private static Set<String> union(Map<String, Long> one, Map<String, Long> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
