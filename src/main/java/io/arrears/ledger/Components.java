package io.arrears.ledger;

/**
 * What is owed or paid, by component, in minor units of the account's currency; never negative.
 *
 * <p>Example: {@code new Components(1000, 88, 0, 0).total()} is 1088.
 *
 * @param penalty interest on what is overdue, posted or accrued
 * @param damages liquidated damages, as a contract fixes them; no instalment has any
 */
public record Components(long principal, long interest, long fee, long penalty, long damages) {

    public static final Components NONE = new Components(0, 0, 0, 0);

    public Components {
        if ((principal | interest | fee | penalty | damages) < 0) {
            throw new IllegalArgumentException("negative component");
        }
    }

    /** Without damages. */
    public Components(long principal, long interest, long fee, long penalty) {
        this(principal, interest, fee, penalty, 0);
    }

    /** So much of one component alone. */
    public static Components of(Component component, long amount) {
        return switch (component) {
            case PRINCIPAL -> new Components(amount, 0, 0, 0);
            case INTEREST -> new Components(0, amount, 0, 0);
            case FEE -> new Components(0, 0, amount, 0);
            case PENALTY -> new Components(0, 0, 0, amount);
            case DAMAGES -> new Components(0, 0, 0, 0, amount);
        };
    }

    /** The sum of all, refusing overflow. */
    public long total() {
        return Math.addExact(Math.addExact(principal, interest), Math.addExact(fee, charged()));
    }

    /** Penalty and damages together, as delinquency.csv has them in one column. */
    public long charged() {
        return Math.addExact(penalty, damages);
    }

    public long get(Component component) {
        return switch (component) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case FEE -> fee;
            case PENALTY -> penalty;
            case DAMAGES -> damages;
        };
    }

    public Components plus(Components other) {
        return new Components(
                Math.addExact(principal, other.principal),
                Math.addExact(interest, other.interest),
                Math.addExact(fee, other.fee),
                Math.addExact(penalty, other.penalty),
                Math.addExact(damages, other.damages));
    }
}
