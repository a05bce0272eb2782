package io.arrears.run;

import java.util.Objects;

/** Account keys after {@code after} and up to and including {@code upTo}, in byte order. */
public record KeyRange(String after, String upTo) {

    public KeyRange {
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(upTo, "upTo");
    }

    /** Before every id, and after every id: ids are printable ASCII. */
    public static final String FIRST = "";

    public static final String LAST = "\u007f";

    public static final KeyRange ALL = new KeyRange(FIRST, LAST);

    /** One account alone: no id lies between the account and the bound just below it, which is no id itself. */
    public static KeyRange only(String account) {
        int last = account.length() - 1;
        return new KeyRange(account.substring(0, last) + (char) (account.charAt(last) - 1) + LAST, account);
    }

    /** What is left once everything up to a key is done. */
    public KeyRange resumedAfter(String key) {
        return new KeyRange(key, upTo);
    }
}
