package io.arrears.ladder.law;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of countries and of their regions (L9).
 *
 * <p>Example: of {@code US} and {@code NY} it is New York's; of {@code US} alone all six, and then only the hours hold that do in each.
 *
 * @param regions by country and region with a space between, in capitals
 */
public record Zones(Map<String, List<ZoneId>> countries, Map<String, List<ZoneId>> regions) {

    public Zones {
        countries = Map.copyOf(countries);
        regions = Map.copyOf(regions);
    }

    /** None where the country is not known. */
    public List<ZoneId> of(String country, @Nullable String region) {
        List<ZoneId> known = region == null
                ? null
                : regions.get(country + " " + region.strip().toUpperCase(Locale.ROOT));
        return known == null ? countries.getOrDefault(country, List.of()) : known;
    }
}
