package io.arrears.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the accounts of the night before are tonight, by bucket; rows sum to the night before, columns to tonight.
 *
 * <p>Example: of 10 accounts in M1, 2 in M2, 7 in M1 and 1 in M0 make the roll rates 20 % worse, 70 % the same, 10 % better.
 *
 * @param from the buckets of the night before in their order, {@link Tally#ABSENT} last
 * @param to the buckets of tonight, {@link Tally#CLOSED} after them, {@link Tally#ABSENT} last if any account is gone
 */
record Migration(List<String> buckets, List<String> from, List<String> to, Figures figures) {

    private static final String TO = " > ";

    static String key(String from, String to) {
        return from + TO + to;
    }

    /** @param buckets in the policy's order; those of an earlier policy follow */
    static Migration of(List<String> buckets, Figures figures) {
        Set<String> all = new LinkedHashSet<>(buckets);
        for (String key : figures.of(Section.MIGRATION).keySet()) {
            for (String bucket : key.split(TO, 2)) {
                if (!bucket.equals(Tally.ABSENT) && !bucket.equals(Tally.CLOSED)) {
                    all.add(bucket);
                }
            }
        }
        List<String> from = new ArrayList<>(all);
        List<String> to = new ArrayList<>(all);
        from.add(Tally.ABSENT);
        to.add(Tally.CLOSED);
        if (all.stream().anyMatch(bucket -> figures.count(Section.MIGRATION, key(bucket, Tally.ABSENT)) > 0)) {
            to.add(Tally.ABSENT);
        }
        return new Migration(List.copyOf(all), from, to, figures);
    }

    boolean isEmpty() {
        return figures.of(Section.MIGRATION).isEmpty();
    }

    long accounts(String was, String is) {
        return figures.count(Section.MIGRATION, key(was, is));
    }

    long row(String was) {
        return to.stream().mapToLong(is -> accounts(was, is)).sum();
    }

    long column(String is) {
        return from.stream().mapToLong(was -> accounts(was, is)).sum();
    }

    long worse(String was) {
        return between(was, buckets.indexOf(was) + 1, buckets.size());
    }

    long better(String was) {
        return between(was, 0, buckets.indexOf(was));
    }

    /** Accounts that were not overdue, or not there, and are overdue tonight. */
    long newlyOverdue() {
        return worse(buckets.get(0)) + between(Tally.ABSENT, 1, buckets.size());
    }

    /** Accounts that were overdue and are not any more, closed ones included. */
    long cured() {
        return buckets.stream()
                .skip(1)
                .mapToLong(was -> accounts(was, buckets.get(0)) + accounts(was, Tally.CLOSED))
                .sum();
    }

    private long between(String was, int first, int end) {
        return buckets.subList(first, end).stream()
                .mapToLong(is -> accounts(was, is))
                .sum();
    }
}
