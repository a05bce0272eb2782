package io.arrears.report;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every section of the page sees.
 *
 * @param history the nights before and this one, oldest first
 * @param before the lender's night before; none on its first
 */
record View(Night night, Figures tonight, @Nullable Figures before, History history, Migration migration, Words words) {

    static View of(Night night, Figures tonight, History earlier) {
        return new View(
                night,
                tonight,
                earlier.last(),
                earlier.with(tonight),
                Migration.of(buckets(night), tonight),
                new Words(night.run().lender().language()));
    }

    static List<String> buckets(Night night) {
        return night.run().lender().policy().buckets().bands().stream()
                .map(band -> band.value())
                .toList();
    }

    /** The policy's buckets, and behind them those of an earlier policy. */
    List<String> buckets() {
        return migration.buckets();
    }

    /** Every currency in which anybody owes. */
    List<String> currencies() {
        return List.copyOf(tonight.of(Section.BALANCE).keySet());
    }

    BigDecimal amount(Figures of, Section section, String key) {
        BigDecimal amount = of.amount(section, key);
        return amount == null ? zero(key) : amount;
    }

    /** Zero with the decimals of the key's currency. */
    private static BigDecimal zero(String key) {
        String currency = key.split(" ", 2)[0];
        return BigDecimal.ZERO.setScale(
                Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    /** The accounts of a bucket over all currencies; accounts add up, money does not. */
    long accountsIn(String bucket) {
        return currencies().stream()
                .mapToLong(currency -> tonight.count(Section.BUCKET_ACCOUNTS, currency + " " + bucket))
                .sum();
    }

    String word(String key, Object... values) {
        return words.get(key, values);
    }
}
