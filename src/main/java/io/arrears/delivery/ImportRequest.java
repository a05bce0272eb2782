package io.arrears.delivery;

import io.arrears.feed.Feed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Set;

/**
 * What to import, and what the lenders' policies ask of it.
 *
 * @param folder with the delivery's CSV files
 * @param maxRejectsPercent of the delivery's rows; more refuses all of it
 * @param controlsRequired control.csv must be there
 * @param requiredFeeds files that must be there
 * @param user who asked for it
 */
public record ImportRequest(
        Path folder, BigDecimal maxRejectsPercent, boolean controlsRequired, Set<Feed> requiredFeeds, String user) {

    public static final BigDecimal MAX_REJECTS_PERCENT = BigDecimal.ONE;

    public static ImportRequest of(Path folder, String user) {
        return new ImportRequest(folder, MAX_REJECTS_PERCENT, false, Set.of(), user);
    }
}
