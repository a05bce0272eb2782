package io.arrears.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The facts of one account at a cutoff, and as they were at an earlier one: what was heard in between is the difference.
 *
 * @param before the same object as {@code now} when nothing was heard; none when the account was unknown
 */
public record Heard(@Nullable AccountFacts before, AccountFacts now) {}
