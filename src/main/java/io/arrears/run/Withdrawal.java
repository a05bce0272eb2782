package io.arrears.run;

import java.time.Instant;

/**
 * How a published night was taken back.
 *
 * @param keepsTold whether what was sent of it stays told, as after a night of a wrong clock
 */
public record Withdrawal(Instant at, String byOne, String byTwo, String reason, boolean keepsTold) {}
