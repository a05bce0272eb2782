package io.arrears.reconcile;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of accounts, one at a time in key order: rows of a file, or of a table. */
public interface ByAccount<T> {

    /** The account of the next value; none at the end. */
    @Nullable
    String key();

    /** The next value if it is this account's, which is then behind; else none. */
    @Nullable
    T take(String account);

    /** The same accounts with something made of each value; an account of which nothing is made stays, without a value. */
    default <R> ByAccount<R> map(Function<T, @Nullable R> function) {
        ByAccount<T> values = this;
        return new ByAccount<>() {
            @Override
            public @Nullable String key() {
                return values.key();
            }

            @Override
            public @Nullable R take(String account) {
                T value = values.take(account);
                return value == null ? null : function.apply(value);
            }
        };
    }

    /** The account that comes first in any of them; none when all are at their end. */
    static @Nullable String first(ByAccount<?>... sources) {
        String first = null;
        for (ByAccount<?> source : sources) {
            String key = source.key();
            if (key != null && (first == null || key.compareTo(first) < 0)) {
                first = key;
            }
        }
        return first;
    }

    /** Tells each account of which two sources have different values, or one has none. */
    static <T> void compare(Identity identity, ByAccount<T> left, ByAccount<T> right, Differing differing) {
        for (String account = first(left, right); account != null; account = first(left, right)) {
            T one = left.take(account);
            T other = right.take(account);
            if (!Objects.equals(one, other)) {
                differing.account(
                        identity,
                        account,
                        one == null ? "nothing" : one.toString(),
                        other == null ? "nothing" : other.toString());
            }
        }
    }
}
