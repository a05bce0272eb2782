package io.arrears.store.imports;

import io.arrears.feed.Feed;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Which views to import from.
 *
 * @param full whether all rows are compared, whatever their changed_at says
 * @param mayBeEmpty feeds whose view may be without rows
 * @param maxRejectsPercent of the rows pulled; more refuses all of them
 * @param user who asked for it
 */
public record ViewsRequest(
        String schema, boolean full, Set<Feed> mayBeEmpty, BigDecimal maxRejectsPercent, String user) {}
