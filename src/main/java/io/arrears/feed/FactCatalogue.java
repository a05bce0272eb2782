package io.arrears.feed;

import io.arrears.feed.KnownFact.Subject;
import io.arrears.ledger.ClassFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that bureau_facts may carry: those of each bureau, {@code furnish_block} for every bureau, and {@code five_class} for all of
 * them together.
 *
 * <p>Whether several facts agree, such as a spouse with a marital status, is for a bureau's own rules: they arrive one by one, and hold
 * from different days.
 */
public final class FactCatalogue {

    /** The bureau column of a fact that is for all bureaus together. */
    public static final String ANY = "*";

    private static final KnownFact FIVE_CLASS =
            new KnownFact(Subject.ACCOUNT, ClassFact.KEY, "D14", FactForm.fiveClass());
    private static final KnownFact BLOCK =
            new KnownFact(Subject.ACCOUNT, "furnish_block", "no element: not furnished while yes", FactForm.yesOrNo());

    private final Map<String, List<KnownFact>> ofBureaus = new LinkedHashMap<>();

    /** @param own what each bureau needs, in the order of its records */
    public FactCatalogue(Map<String, List<KnownFact>> own) {
        ofBureaus.put(ANY, List.of(FIVE_CLASS));
        own.forEach((bureau, facts) -> {
            List<KnownFact> all = new ArrayList<>(facts);
            all.add(BLOCK);
            ofBureaus.put(bureau, List.copyOf(all));
        });
    }

    /** Every fact by bureau, in order. */
    public Map<String, List<KnownFact>> all() {
        return ofBureaus;
    }

    /** What a key of a bureau's facts may say; none where there is no such key. */
    public @Nullable KnownFact find(String bureau, String key) {
        KnownFact own = of(bureau, key);
        return own == null ? of(ANY, key) : own;
    }

    private @Nullable KnownFact of(String bureau, String key) {
        return ofBureaus.getOrDefault(bureau, List.of()).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
