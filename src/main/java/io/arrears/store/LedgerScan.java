package io.arrears.store;

import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.PaidBy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Streams one lender's ledger in key order and merges its tables to one {@link AccountFacts} an account: one pass, no
 * query an account. Only rows known at the cutoff, and of each the newest form.
 */
public final class LedgerScan implements AutoCloseable {

    private static final Sql SQL = Sql.of("ledger");

    /** A row and which form of it this is. */
    private record Revised<T>(int revision, T row) {}

    private final String lender;
    private final Cursor<Revised<Account>> accounts;
    private final Cursor<Revised<Instalment>> instalments;
    private final Cursor<Revised<Entry>> entries;
    private final Cursor<Revised<Agreement>> agreements;
    private final Cursor<Revised<ClassFact>> classFacts;

    public LedgerScan(DataSource pool, Scope scope, Instant cutoff) throws SQLException {
        this.lender = scope.lender();
        Object[] parameters = scope.parameters(Rows.utc(cutoff));
        this.accounts = new Cursor<>(pool, scope.sql(SQL, "accounts"), this::account, parameters);
        this.instalments = new Cursor<>(pool, scope.sql(SQL, "instalments"), LedgerScan::instalment, parameters);
        this.entries = new Cursor<>(pool, scope.sql(SQL, "entries"), LedgerScan::entry, parameters);
        this.agreements = new Cursor<>(pool, scope.sql(SQL, "agreements"), LedgerScan::agreement, parameters);
        this.classFacts = new Cursor<>(pool, scope.sql(SQL, "class_facts"), LedgerScan::classFact, parameters);
    }

    /** The next account's facts; none at the end. */
    public @Nullable AccountFacts next() throws SQLException {
        String key = accounts.key();
        if (key == null) {
            return null;
        }
        return new AccountFacts(
                newest(accounts.take(key), Account::id).get(0),
                newest(instalments.take(key), instalment -> ((long) instalment.version() << 32) | instalment.number()),
                newest(entries.take(key), Entry::id),
                newest(agreements.take(key), Agreement::id),
                newest(classFacts.take(key), ClassFact::factId));
    }

    /** Of each row its highest revision. Corrections are rare, so the common case copies and compares nothing. */
    private static <T> List<T> newest(List<Revised<T>> forms, Function<T, Object> key) {
        List<T> rows = new ArrayList<>(forms.size());
        boolean corrected = false;
        for (Revised<T> form : forms) {
            corrected |= form.revision() > 1;
            rows.add(form.row());
        }
        if (!corrected) {
            return rows;
        }
        Map<Object, Integer> highest = new HashMap<>();
        forms.forEach(form -> highest.merge(key.apply(form.row()), form.revision(), Math::max));
        return forms.stream()
                .filter(form -> form.revision() == highest.getOrDefault(key.apply(form.row()), 0))
                .map(Revised::row)
                .toList();
    }

    private Revised<Account> account(Columns row) throws SQLException {
        AccountId id = new AccountId(row.id(1));
        return new Revised<>(
                row.integer(2), new Account(id, lender, row.word(3), row.date(4), Currency.getInstance(row.word(5))));
    }

    private static Revised<Instalment> instalment(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                new Instalment(
                        row.integer(3),
                        row.integer(4),
                        row.date(5),
                        new Components(row.number(6), row.number(7), row.number(8), row.number(9))));
    }

    private static Revised<Entry> entry(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                new Entry(
                        row.id(3),
                        EntryType.valueOf(row.word(4)),
                        row.date(5),
                        row.instant(6),
                        row.number(7),
                        row.idOrNull(8),
                        split(row),
                        paidBy(row)));
    }

    private static PaidBy paidBy(Columns row) throws SQLException {
        String paidBy = row.wordOrNull(13);
        return paidBy == null ? PaidBy.BORROWER : PaidBy.valueOf(paidBy);
    }

    private static @Nullable Components split(Columns row) throws SQLException {
        Long principal = row.numberOrNull(9);
        Long interest = row.numberOrNull(10);
        Long fee = row.numberOrNull(11);
        Long penalty = row.numberOrNull(12);
        return principal == null && interest == null && fee == null && penalty == null
                ? null
                : new Components(orZero(principal), orZero(interest), orZero(fee), orZero(penalty));
    }

    private static long orZero(@Nullable Long part) {
        return part == null ? 0 : part;
    }

    private static Revised<Agreement> agreement(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                new Agreement(
                        row.id(3),
                        AgreementType.valueOf(row.word(4)),
                        row.date(5),
                        row.date(6),
                        row.instant(7),
                        row.integerOrNull(8)));
    }

    private static Revised<ClassFact> classFact(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2), new ClassFact(row.id(3), Integer.parseInt(row.word(4)), row.date(5), row.instant(6)));
    }

    @Override
    public void close() throws SQLException {
        try (accounts;
                instalments;
                entries;
                agreements;
                classFacts) {
            return;
        }
    }
}
