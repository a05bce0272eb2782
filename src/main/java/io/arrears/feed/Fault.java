package io.arrears.feed;

/** Why a value, or a row, cannot be taken; it never holds the value itself. */
public record Fault(String reason) {}
