package io.arrears.bureau.pboc.record;

import org.jspecify.annotations.Nullable;

/**
 * A place in a record, its value already fit to be shown.
 *
 * @param reason what is wrong there, where the rule's own words say too little; none elsewhere
 */
public record Location(String tag, String shown, @Nullable String reason) {

    /** A section, or a whole record, that has no value of its own. */
    public static Location of(String tag, String reason) {
        return new Location(tag, "", reason);
    }
}
