package io.arrears.ledger;

/** The id of one account: 1 to 64 printable ASCII characters without spaces, case-sensitive, in byte order. */
public record AccountId(String value) implements Comparable<AccountId> {

    public AccountId {
        if (!Ids.valid(value)) {
            throw new IllegalArgumentException("not an account id: " + Ids.EXPECTED);
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
