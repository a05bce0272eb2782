package io.arrears.bureau.pboc.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/** How each amount is made into whole units of its account's currency, as the bureau takes them. */
public record Rounding(Map<Amount, RoundingMode> modes) {

    /** Totals up, so that what is owed at all shows, and parts of a total down, so that they never exceed it. */
    public static final Rounding USUAL = new Rounding(Map.of());

    public Rounding {
        Map<Amount, RoundingMode> all = new EnumMap<>(Amount.class);
        for (Amount amount : Amount.values()) {
            all.put(amount, modes.getOrDefault(amount, amount.usual()));
        }
        modes = Map.copyOf(all);
    }

    /**
     * An amount as a record has it.
     *
     * @param minor in minor units of the currency
     */
    public String of(Amount amount, long minor, Currency currency) {
        return Long.toString(units(amount, minor, currency));
    }

    public long units(Amount amount, long minor, Currency currency) {
        RoundingMode mode = modes.getOrDefault(amount, amount.usual());
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                .setScale(0, mode)
                .longValueExact();
    }
}
