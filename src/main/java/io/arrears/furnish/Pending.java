package io.arrears.furnish;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account that the next run must look at again, whether a fact of it arrives or not.
 *
 * @param since the first day of the past that was heard of and could not be reported yet; none if none
 */
public record Pending(String account, @Nullable LocalDate since) {}
