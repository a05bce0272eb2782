package io.arrears.sample;

/** What an instalment is made of, or a credit's own split, in minor units. */
record Parts(long principal, long interest, long fee, long penalty) {

    static Parts principal(long amount) {
        return new Parts(amount, 0, 0, 0);
    }

    static Parts interest(long amount) {
        return new Parts(0, amount, 0, 0);
    }

    static Parts penalty(long amount) {
        return new Parts(0, 0, 0, amount);
    }

    long total() {
        return principal + interest + fee + penalty;
    }

    Parts plus(Parts more) {
        return new Parts(principal + more.principal, interest + more.interest, fee + more.fee, penalty + more.penalty);
    }

    /** A share of one in {@code count}, rounded down. */
    Parts over(int count) {
        return new Parts(principal / count, interest / count, fee / count, penalty / count);
    }

    Parts minus(Parts less) {
        return new Parts(principal - less.principal, interest - less.interest, fee - less.fee, penalty - less.penalty);
    }
}
