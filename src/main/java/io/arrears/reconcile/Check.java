package io.arrears.reconcile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One identity, tried in one scope: two figures, each computed from a source of its own. There is no tolerance.
 *
 * @param scope what it is about: a bucket, a currency, a bureau and behind a space its kind of record
 * @param left a count, or an amount in the currency's decimals; none when it could not be checked
 * @param leftFrom what the left figure was computed from; why nothing was checked, when nothing was
 */
public record Check(
        Identity identity,
        String scope,
        @Nullable BigDecimal left,
        @Nullable BigDecimal right,
        String leftFrom,
        String rightFrom) {

    public static Check of(
            Identity identity, String scope, BigDecimal left, BigDecimal right, String leftFrom, String rightFrom) {
        return new Check(identity, scope, left, right, leftFrom, rightFrom);
    }

    public static Check of(Identity identity, String scope, long left, long right, String leftFrom, String rightFrom) {
        return of(identity, scope, BigDecimal.valueOf(left), BigDecimal.valueOf(right), leftFrom, rightFrom);
    }

    /** An identity that one of its sources is missing for. */
    public static Check missing(Identity identity, String scope, String why) {
        return new Check(identity, scope, null, null, why, "");
    }

    /** Left less right; none when it was not checked. */
    public @Nullable BigDecimal difference() {
        return left == null || right == null ? null : left.subtract(right);
    }

    /** The bureau that an identity of bureaus is about: its scope begins with it. */
    public String bureau() {
        return scope.substring(0, scope.indexOf(' '));
    }

    public boolean differs() {
        BigDecimal difference = difference();
        return difference != null && difference.signum() != 0;
    }

    /** {@code R3 CNY: 12.50 (the last delinquency.csv …) is not 12.49 (this delinquency.csv), by 0.01}. */
    @Override
    public String toString() {
        return left == null || right == null
                ? identity + " " + scope + ": not checked, " + leftFrom
                : identity + " " + scope + ": " + left.toPlainString() + " (" + leftFrom + ") is not "
                        + right.toPlainString() + " (" + rightFrom + "), by "
                        + left.subtract(right).toPlainString();
    }
}
