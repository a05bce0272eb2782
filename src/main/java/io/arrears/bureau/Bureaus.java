package io.arrears.bureau;

import io.arrears.feed.FactCatalogue;
import io.arrears.feed.KnownFact;
import io.arrears.furnish.BureauFormat;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The bureaus that can be reported to: a format is a line of {@code META-INF/services/io.arrears.furnish.BureauFormat}. */
public final class Bureaus {

    private static final Map<String, BureauFormat> BY_NAME = byName();

    private Bureaus() {}

    private static Map<String, BureauFormat> byName() {
        Map<String, BureauFormat> formats = new TreeMap<>();
        ServiceLoader.load(BureauFormat.class, Bureaus.class.getClassLoader())
                .forEach(format -> format.bureaus().forEach(bureau -> formats.put(bureau, format)));
        return formats;
    }

    /** Their names, in order. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** The format of a bureau; none where there is no such bureau. */
    public static Optional<BureauFormat> format(String bureau) {
        return Optional.ofNullable(BY_NAME.get(bureau));
    }

    /** The bureau facts that may be delivered. */
    public static FactCatalogue facts() {
        Map<String, List<KnownFact>> facts = new LinkedHashMap<>();
        BY_NAME.forEach((bureau, format) -> facts.put(bureau, format.facts()));
        return new FactCatalogue(facts);
    }
}
