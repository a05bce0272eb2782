package io.arrears.ledger;

/**
 * What is owed or paid, by component, in minor units of the account's currency; never negative.
 *
 * <p>Example: {@code new Components(1000, 88, 0, 0).total()} is 1088.
 */
public record Components(long principal, long interest, long fee, long penalty) {

    public static final Components NONE = new Components(0, 0, 0, 0);

    public Components {
        if ((principal | interest | fee | penalty) < 0) {
            throw new IllegalArgumentException("negative component");
        }
    }

    /** The sum of the four, refusing overflow. */
    public long total() {
        return Math.addExact(Math.addExact(principal, interest), Math.addExact(fee, penalty));
    }

    public long get(Component component) {
        return switch (component) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case FEE -> fee;
            case PENALTY -> penalty;
        };
    }

    public Components plus(Components other) {
        return new Components(
                Math.addExact(principal, other.principal),
                Math.addExact(interest, other.interest),
                Math.addExact(fee, other.fee),
                Math.addExact(penalty, other.penalty));
    }
}
