package io.arrears.feed;

import org.jspecify.annotations.Nullable;

/** What sort of account a row of accounts.csv is. */
public enum AccountKind {
    INSTALMENT,
    REVOLVING;

    public static AccountKind of(boolean isLine) {
        return isLine ? REVOLVING : INSTALMENT;
    }

    /** Whether the column says that an account is a line; an empty one says that it is a loan. */
    public static boolean isLine(@Nullable String written) {
        return REVOLVING.name().equals(written);
    }
}
