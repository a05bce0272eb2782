package io.arrears.reconcile;

import io.arrears.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger at the cutoff is what the core system says of itself in control.csv (R7). */
public final class Portfolios {

    private Portfolios() {}

    /** One product in one currency. */
    public record Key(String product, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byProduct = product.compareTo(other.product);
            return byProduct != 0 ? byProduct : currency.compareTo(other.currency);
        }

        @Override
        public String toString() {
            return product + " " + currency;
        }
    }

    /** Open accounts, their unpaid principal and what is overdue without accrued penalty, in minor units. */
    public record Figures(long openAccounts, long principal, long overdue) {
        public static final Figures NONE = new Figures(0, 0, 0);

        /** With the accounts and the principal of more accounts; overdue is of all of them already. */
        public Figures withMore(Figures more) {
            return new Figures(openAccounts + more.openAccounts, Math.addExact(principal, more.principal), overdue);
        }
    }

    /**
     * The checks of every product and currency that either side knows.
     *
     * @param stated what control.csv says of the as-of date
     * @param found what the standings come to
     */
    public static List<Check> check(Map<Key, Figures> stated, Map<Key, Figures> found) {
        SortedMap<Key, Figures> keys = new TreeMap<>(stated);
        keys.putAll(found);
        List<Check> checks = new ArrayList<>();
        for (Key key : keys.keySet()) {
            Figures core = stated.getOrDefault(key, Figures.NONE);
            Figures own = found.getOrDefault(key, Figures.NONE);
            checks.add(check(
                    key + " open accounts",
                    BigDecimal.valueOf(core.openAccounts()),
                    BigDecimal.valueOf(own.openAccounts())));
            checks.add(check(key + " principal", amount(core.principal(), key), amount(own.principal(), key)));
            checks.add(check(key + " overdue", amount(core.overdue(), key), amount(own.overdue(), key)));
        }
        return checks;
    }

    private static Check check(String scope, BigDecimal core, BigDecimal own) {
        return Check.of(Identity.R7, scope, core, own, "control.csv", "the standings");
    }

    private static BigDecimal amount(long minor, Key key) {
        return new BigDecimal(
                Money.text(minor, Currency.getInstance(key.currency()).getDefaultFractionDigits()));
    }
}
