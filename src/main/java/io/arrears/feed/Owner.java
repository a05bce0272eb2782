package io.arrears.feed;

import java.util.List;

/** How a row of a feed finds its lender. */
public enum Owner {
    /** It names it. */
    ITSELF,
    /** Its account has it. */
    ACCOUNT,
    /** It is about a borrower, who belongs to no one lender. */
    NOBODY;

    /** What no later row of the same key may change: whose it is, and in which currency. */
    List<String> fixed(List<String> key) {
        return switch (this) {
            case ITSELF -> List.of("lender", "currency");
            case ACCOUNT -> key.contains("account_id") ? List.of() : List.of("account_id");
            case NOBODY -> List.of();
        };
    }
}
