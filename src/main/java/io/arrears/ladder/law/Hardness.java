package io.arrears.ladder.law;

/** How a rule binds: an agreement with the person can loosen what only should be (L13). */
public enum Hardness {
    MUST,
    SHOULD,
    PRESUMPTION
}
