package io.arrears.furnish;

import java.util.List;

/** An account of the same lender with a lower id, whose borrower is or once was that of another account. */
public record EarlierAccount(String borrower, String product, boolean isLine) {

    /**
     * Whether none of them is one of a person's that is told of, so that what is told of the person goes with the account behind them.
     *
     * @param earlier each in its newest form
     * @param products those that the bureau is told of
     */
    public static boolean isNoneOf(String borrower, List<EarlierAccount> earlier, Products products) {
        return earlier.stream()
                .noneMatch(account ->
                        account.borrower().equals(borrower) && products.takes(account.product(), account.isLine()));
    }
}
