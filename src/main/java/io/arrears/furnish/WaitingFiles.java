package io.arrears.furnish;

import java.time.LocalDate;

/**
 * Files of a lender for one bureau that are in one state and wait for somebody.
 *
 * @param since the day on which the oldest came into it
 */
public record WaitingFiles(String bureau, String state, long files, long records, LocalDate since) {}
