package io.arrears.lender;

import io.arrears.delinquency.Policy;
import io.arrears.furnish.Bureau;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One portfolio and its policy as its lender file gives it.
 *
 * @param freshness what a night on stale data does
 * @param nights which days it has a night for
 * @param maxRejects the percentage of a delivery's rows that may be rejected
 * @param controlsRequired whether a delivery without control.csv is refused
 * @param requiredFeeds feeds that every delivery must hold
 * @param unknownRejects what a night does while rejected rows are open whose account nobody knows
 * @param bureaus what is told to whom, and how; none for a lender that tells nobody
 * @param contacts who is contacted, and the law over it; none for a lender without a ladder
 * @param language of the report and the index page
 * @param text the whole policy in one canonical JSON document, calendar included: what a run keeps, and what {@link
 *     LenderFile#parse} reads back
 * @param digest SHA-256 of {@code text}, in hex
 */
public record Lender(
        String name,
        Policy policy,
        Brake brake,
        Freshness freshness,
        DueNights nights,
        BigDecimal maxRejects,
        boolean controlsRequired,
        Set<String> requiredFeeds,
        UnknownRejects unknownRejects,
        List<Bureau> bureaus,
        @Nullable ContactPolicy contacts,
        Language language,
        String text,
        String digest) {

    /** The bureau of this name, which the lender tells. */
    public Bureau bureau(String bureau) {
        return bureaus.stream()
                .filter(told -> told.terms().bureau().equals(bureau))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " does not tell " + bureau));
    }
}
