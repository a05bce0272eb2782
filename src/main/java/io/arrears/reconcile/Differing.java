package io.arrears.reconcile;

/** Takes note of each account that makes up a difference. */
@FunctionalInterface
public interface Differing {

    /** One account that an identity does not hold of: what either side says of it. */
    void account(Identity identity, String account, String left, String right);
}
