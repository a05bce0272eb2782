package io.arrears.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts that checks name as they run, and what differs, each in one line of a table. */
final class Found implements Differing {

    private final List<String> accounts = new ArrayList<>();

    @Override
    public void account(Identity identity, String account, String left, String right) {
        accounts.add(account + ": " + left + " / " + right);
    }

    /** {@code B: kept / no line, C: …}. */
    String accounts() {
        return String.join(", ", accounts);
    }

    /** What differs of these checks: {@code demo A_1 records 3 2, …}. */
    static String differing(List<Check> checks) {
        return checks.stream().filter(Check::differs).map(Found::words).collect(Collectors.joining(", "));
    }

    /** All of them, be they the same or not. */
    static String all(List<Check> checks) {
        return checks.stream().map(Found::words).collect(Collectors.joining(", "));
    }

    private static String words(Check check) {
        return check.scope() + " " + figure(check.left()) + " " + figure(check.right());
    }

    private static String figure(@Nullable BigDecimal figure) {
        return figure == null ? "-" : figure.toPlainString();
    }
}
