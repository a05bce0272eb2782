package io.arrears.report;

import io.arrears.audit.SignedFolder;
import io.arrears.publish.Csv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a night comes to, figure by figure: figures.csv. A later report and the index page read earlier nights from it alone,
 * a few hundred lines a night, whatever the size of the book.
 *
 * <p>Columns: section, key, value. Counts are whole numbers, amounts have their currency's decimals.
 */
public final class Figures {

    public static final String FILE = "figures.csv";

    private final Map<Section, Map<String, String>> sections = new EnumMap<>(Section.class);

    Figures() {}

    /** Those of a published night; none where they are not there as they were signed. */
    static @Nullable Figures of(SignedFolder night) throws IOException {
        if (night.file(FILE) == null) {
            return null;
        }
        Figures figures = new Figures();
        CsvRows.each(night.path(FILE), row -> {
            for (Section section : Section.values()) {
                if (section.written().equals(row.get("section"))) {
                    figures.put(section, row.get("key"), row.get("value"));
                }
            }
        });
        return figures;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(Csv.line(List.of("section", "key", "value")));
        sections.forEach((section, figures) ->
                figures.forEach((key, value) -> text.append(Csv.line(List.of(section.written(), key, value)))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void put(Section section, String key, String value) {
        sections.computeIfAbsent(section, any -> new LinkedHashMap<>()).put(key, value);
    }

    /** The figures of a section by key, in order. */
    Map<String, String> of(Section section) {
        return Collections.unmodifiableMap(sections.getOrDefault(section, Map.of()));
    }

    @Nullable
    String text(Section section, String key) {
        return of(section).get(key);
    }

    /** None when the night does not tell it. */
    @Nullable
    BigDecimal amount(Section section, String key) {
        String value = text(section, key);
        return value == null ? null : new BigDecimal(value);
    }

    /** 0 when the night does not tell it. */
    long count(Section section, String key) {
        String value = text(section, key);
        return value == null ? 0 : Long.parseLong(value);
    }

    /** All of a section together, which are counts. */
    long count(Section section) {
        return of(section).values().stream().mapToLong(Long::parseLong).sum();
    }
}
