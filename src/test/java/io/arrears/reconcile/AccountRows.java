package io.arrears.reconcile;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of accounts as a cursor over a table has them, in key order; accounts before the one asked for are passed over. */
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
        rows.headMap(account).clear();
        return rows.remove(account);
    }
}
