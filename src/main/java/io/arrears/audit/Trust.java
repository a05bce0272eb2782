package io.arrears.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys may have signed a lender's nights: those named, or else the first, and each that one of them said follows it. */
final class Trust {

    private final boolean isNamed;
    private final Set<String> keys = new HashSet<>();
    private final Set<List<String>> changes = new HashSet<>();

    Trust(List<VerifyKey> named) {
        this.isNamed = !named.isEmpty();
        named.forEach(key -> keys.add(key.encoded()));
    }

    void learn(KeyChange change) {
        changes.add(List.of(change.before(), change.after()));
        if (keys.contains(change.before())) {
            keys.add(change.after());
        }
    }

    /**
     * Why a key may not have signed a night; none if it may.
     *
     * @param before the key of the night before; none of the first that is known
     */
    @Nullable
    String objection(VerifyKey key, @Nullable VerifyKey before) {
        if (isNamed) {
            return keys.contains(key.encoded())
                    ? null
                    : "is signed by key " + key.id() + ", which is none of those you trust";
        }
        if (before == null || before.equals(key) || changes.contains(List.of(before.encoded(), key.encoded()))) {
            return null;
        }
        return "is signed by key " + key.id() + ", but the night before by key " + before.id()
                + "; if the key was changed on purpose, name both with --key";
    }
}
