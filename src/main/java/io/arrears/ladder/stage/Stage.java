package io.arrears.ladder.stage;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.PartyType;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a ladder (L20).
 *
 * @param from the days past due from which on it holds; negative for days before a due date
 * @param otherwise when it begins for some accounts instead
 * @param chargedOff whether it is for accounts that are written off alone
 * @param templates by party and channel what is said; a party or channel that is not named is not contacted
 * @param every contacted on one day of so many since the stage began; 1 for every day
 * @param atMost so many attempts by one channel while it lasts; none for as many as the law allows
 * @param offers what may be offered, as the lists write it
 */
public record Stage(
        String name,
        int from,
        List<Beginning> otherwise,
        boolean chargedOff,
        Map<PartyType, Map<Channel, String>> templates,
        int every,
        @Nullable Integer atMost,
        List<String> offers) {

    /**
     * Another beginning, for accounts of which all that is named holds.
     *
     * @param atLeast by currency, in minor units: overdue principal and interest at or above it
     * @param below by currency, in minor units: overdue principal and interest below it
     * @param episodes so many earlier episodes, or more; 0 asks nothing
     * @param products one of these; none asks nothing
     */
    public record Beginning(
            int from, Map<Currency, Long> atLeast, Map<Currency, Long> below, int episodes, Set<String> products) {

        boolean isOf(Traits traits) {
            return (products.isEmpty() || products.contains(traits.product()))
                    && traits.earlierEpisodes() >= episodes
                    && (atLeast.isEmpty() || isReached(atLeast.get(traits.currency()), traits.overdue()))
                    && (below.isEmpty() || isBelow(below.get(traits.currency()), traits.overdue()));
        }

        private static boolean isReached(@Nullable Long threshold, long overdue) {
            return threshold != null && overdue >= threshold;
        }

        private static boolean isBelow(@Nullable Long threshold, long overdue) {
            return threshold != null && overdue < threshold;
        }
    }

    /** What of an account decides when a stage begins. */
    public record Traits(String product, Currency currency, long overdue, int earlierEpisodes) {}

    public Stage {
        otherwise = List.copyOf(otherwise);
        templates = Map.copyOf(templates);
        offers = List.copyOf(offers);
    }

    /** The days past due from which on it holds for such an account. */
    public int from(Traits traits) {
        return beginning(traits).map(Beginning::from).orElse(from);
    }

    /** The last of the other beginnings that is meant for such an account; none where it begins as for all. */
    public Optional<Beginning> beginning(Traits traits) {
        return otherwise.stream().filter(beginning -> beginning.isOf(traits)).reduce((a, b) -> b);
    }

    public boolean isReminder() {
        return from < 0;
    }
}
