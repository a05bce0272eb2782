package io.arrears.reconcile;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of accounts as a table or a file would have them, in key order. */
final class AccountRows<T> implements ByAccount<T> {

    private final TreeMap<String, T> rows;

    AccountRows(Map<String, T> rows) {
        this.rows = new TreeMap<>(rows);
    }

    @Override
    public @Nullable String key() {
        return rows.isEmpty() ? null : rows.firstKey();
    }

    @Override
    public @Nullable T take(String account) {
        return account.equals(key()) ? rows.remove(account) : null;
    }
}
