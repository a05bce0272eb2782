package io.arrears.furnish;

/**
 * Why a gate did not let a record through.
 *
 * @param gate as held.csv names it
 * @param excludes whether the account is none of this bureau's, rather than waiting for something
 * @param evidence the ids and dates that the gate looked at; nothing personal
 */
public record Stop(String gate, boolean excludes, String reason, String evidence) {}
