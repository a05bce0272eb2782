package io.arrears.report;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts and amounts on their way into a night's figures, where they stand in the order of their keys. */
final class Sums {

    private final Map<Section, Map<String, BigDecimal>> sums = new EnumMap<>(Section.class);

    void add(Section section, String key, long count) {
        add(section, key, BigDecimal.valueOf(count));
    }

    void add(Section section, String key, BigDecimal amount) {
        sums.computeIfAbsent(section, any -> new TreeMap<>()).merge(key, amount, BigDecimal::add);
    }

    void max(Section section, String key, long count) {
        sums.computeIfAbsent(section, any -> new TreeMap<>()).merge(key, BigDecimal.valueOf(count), BigDecimal::max);
    }

    void into(Figures figures) {
        sums.forEach(
                (section, values) -> values.forEach((key, value) -> figures.put(section, key, value.toPlainString())));
    }
}
