package io.arrears.feed;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys that bureau_facts may carry; a bureau that needs another adds a line.
 *
 * @param bureau the one bureau it is for, or {@code *}: any bureau, and all of them together
 */
record KnownFact(String bureau, String key, Pattern value, String expected) {

    private static final List<KnownFact> KNOWN =
            List.of(new KnownFact("*", "five_class", Pattern.compile("[1-5]"), "a class from 1 to 5"));

    static @Nullable KnownFact of(String bureau, String key) {
        for (KnownFact fact : KNOWN) {
            if (fact.key.equals(key) && (fact.bureau.equals("*") || fact.bureau.equals(bureau))) {
                return fact;
            }
        }
        return null;
    }

    boolean allows(String text) {
        return value.matcher(text).matches();
    }
}
