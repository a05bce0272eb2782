package io.arrears.ladder.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a person is not contacted.
 *
 * @param rule its name in withheld.csv
 * @param evidence ids, days and counts that it looked at; nothing personal
 * @param until the first calling day on which it may be otherwise; none where no such day is known
 */
public record Withheld(
        String rule,
        Citation citation,
        String evidence,
        @Nullable LocalDate until) {

    private static final Comparator<Withheld> BY_END =
            Comparator.comparing(why -> why.until() == null ? LocalDate.MAX : why.until());

    /** A rule of the lender's own, by its key. */
    public static Withheld byPolicy(String rule, String key, String evidence, @Nullable LocalDate until) {
        return new Withheld(rule, Citation.policy(key), evidence, until);
    }

    /** The one that holds longest, and of those the first (L27). */
    public static Optional<Withheld> longest(Collection<Withheld> reasons) {
        return reasons.stream().reduce((a, b) -> BY_END.compare(b, a) > 0 ? b : a);
    }
}
