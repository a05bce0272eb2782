package io.arrears.store;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * From when on each lender's rows of one import are known.
 *
 * @param latest of all of them: for rows of no one lender, which every lender's runs see
 */
public record KnownFrom(Map<String, LocalDateTime> lenders, LocalDateTime latest) {

    /** What a row without posted_at is before its lender's first run. */
    public static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** For an empty lender the latest of all. */
    public LocalDateTime of(String lender) {
        if (lender.isEmpty()) {
            return latest;
        }
        LocalDateTime from = lenders.get(lender);
        if (from == null) {
            throw new IllegalStateException("the import did not lock the lender " + lender);
        }
        return from;
    }
}
