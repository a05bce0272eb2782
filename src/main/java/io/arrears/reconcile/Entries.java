package io.arrears.reconcile;

import io.arrears.delinquency.EntryTally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every entry known at the cutoff was allocated, is unallocated, reversed, set aside or information (R5). */
public final class Entries {

    private static final String COUNT = " entries";
    private static final String AMOUNT = " amount";
    private static final String LEDGER = "the ledger's entries known at the cutoff";

    private Entries() {}

    /** How many entries were posted in one currency, and what they add up to in minor units. */
    public record Posted(long count, BigDecimal amount) {

        public static final Posted NONE = new Posted(0, BigDecimal.ZERO);

        public Posted plus(Posted more) {
            return new Posted(count + more.count, amount.add(more.amount));
        }
    }

    /**
     * The checks of every currency that either side knows.
     *
     * @param tallies by currency what the standings say became of the entries
     * @param posted by currency what the ledger's entries come to
     */
    public static List<Check> check(Map<String, EntryTally> tallies, Map<String, Posted> posted) {
        List<Check> checks = new ArrayList<>();
        Set<String> currencies = new TreeSet<>(tallies.keySet());
        currencies.addAll(posted.keySet());
        for (String currency : currencies) {
            EntryTally tally = tallies.getOrDefault(currency, EntryTally.NONE);
            Posted ledger = posted.getOrDefault(currency, Posted.NONE);
            checks.add(Check.of(Identity.R5, currency + COUNT, tally.count(), ledger.count(), "the standings", LEDGER));
            checks.add(Check.of(
                    Identity.R5,
                    currency + AMOUNT,
                    BigDecimal.valueOf(tally.total()),
                    ledger.amount(),
                    "the standings in minor units: allocated " + tally.allocated() + ", unallocated "
                            + tally.unallocated() + ", refunded " + tally.refunded() + ", charged " + tally.charged()
                            + ", reversed " + tally.reversed() + ", set aside " + tally.setAside() + ", information "
                            + tally.information(),
                    LEDGER));
        }
        return checks;
    }

    /** What the ledger came to by currency, read back from the checks of another night. */
    public static Map<String, Posted> posted(List<ReconciliationCsv.Row> rows) {
        Map<String, Posted> posted = new HashMap<>();
        for (ReconciliationCsv.Row row : rows) {
            if (row.identity() == Identity.R5 && row.right() != null) {
                String currency = row.scope().substring(0, 3);
                Posted part = row.scope().endsWith(COUNT)
                        ? new Posted(row.right().longValueExact(), BigDecimal.ZERO)
                        : new Posted(0, row.right());
                posted.merge(currency, part, Posted::plus);
            }
        }
        return posted;
    }
}
