package io.arrears.ops;

import org.jspecify.annotations.Nullable;

/**
 * A bureau's file as people call it.
 *
 * @param environment where two have the name; none where it does not matter
 * @param given its name, with or without its ending and its folder
 */
public record FileRef(String bureau, @Nullable String environment, String given) {

    public static FileRef of(String bureau, String given) {
        return new FileRef(bureau, null, given);
    }
}
