package io.arrears.store.account;

import io.arrears.feed.AccountKind;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Components;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.FactsAtCutoffs;
import io.arrears.ledger.Frequency;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.Statement;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Streams one lender's ledger in key order and merges its tables to one {@link AccountFacts} an account: one pass, no
 * query an account. Only rows known at the cutoff, and of each the newest form.
 */
public final class LedgerScan implements AutoCloseable {

    private static final Sql SQL = Sql.of("ledger");

    private static final LocalDateTime NEVER = LocalDateTime.of(9999, 12, 31, 0, 0);

    /** A row, which form of it this is, and whether it became known after the earlier cutoff. */
    private record Revised<T>(int revision, boolean heard, T row) {}

    private final String lender;
    private final Cursor<Revised<Account>> accounts;
    private final Cursor<Revised<Instalment>> instalments;
    private final Cursor<Revised<Entry>> entries;
    private final Cursor<Revised<Agreement>> agreements;
    private final Cursor<Revised<BureauFact>> classFacts;
    private final Cursor<Revised<Statement>> statements;

    public LedgerScan(DataSource pool, Scope scope, Instant cutoff) throws SQLException {
        this(pool, scope, null, cutoff);
    }

    /** @param since an earlier cutoff, which {@link #nextHeard} compares with; none compares with nothing */
    public LedgerScan(DataSource pool, Scope scope, @Nullable Instant since, Instant cutoff) throws SQLException {
        this.lender = scope.lender();
        Object[] parameters = Stream.concat(
                        Stream.of(since == null ? NEVER : Rows.utc(since)),
                        Arrays.stream(scope.parameters(Rows.utc(cutoff))))
                .toArray();
        this.accounts = new Cursor<>(pool, scope.sql(SQL, "accounts"), this::account, parameters);
        this.instalments = new Cursor<>(pool, scope.sql(SQL, "instalments"), LedgerScan::instalment, parameters);
        this.entries = new Cursor<>(pool, scope.sql(SQL, "entries"), LedgerScan::entry, parameters);
        this.agreements = new Cursor<>(pool, scope.sql(SQL, "agreements"), LedgerScan::agreement, parameters);
        this.classFacts = new Cursor<>(
                pool,
                scope.sql(SQL, "class_facts"),
                LedgerScan::fact,
                Stream.concat(Arrays.stream(parameters), Stream.of(ClassFact.KEY))
                        .toArray());
        this.statements = new Cursor<>(pool, scope.sql(SQL, "statements"), LedgerScan::statement, parameters);
    }

    /** The next account's facts; none at the end. */
    public @Nullable AccountFacts next() throws SQLException {
        FactsAtCutoffs heard = nextHeard();
        return heard == null ? null : heard.now();
    }

    /** The next account's facts at both cutoffs; none at the end. */
    public @Nullable FactsAtCutoffs nextHeard() throws SQLException {
        String key = accounts.key();
        if (key == null) {
            return null;
        }
        List<Revised<Account>> account = accounts.take(key);
        List<Revised<Instalment>> due = instalments.take(key);
        List<Revised<Entry>> posted = entries.take(key);
        List<Revised<Agreement>> agreed = agreements.take(key);
        List<Revised<BureauFact>> classed = classFacts.take(key);
        List<Revised<Statement>> billed = statements.take(key);
        AccountFacts now = facts(account, due, posted, agreed, classed, billed);
        if (!isHeard(account)
                && !isHeard(due)
                && !isHeard(posted)
                && !isHeard(agreed)
                && !isHeard(classed)
                && !isHeard(billed)) {
            return new FactsAtCutoffs(now, now);
        }
        List<Revised<Account>> known = before(account);
        return known.isEmpty()
                ? new FactsAtCutoffs(null, now)
                : new FactsAtCutoffs(
                        facts(known, before(due), before(posted), before(agreed), before(classed), before(billed)),
                        now);
    }

    private static AccountFacts facts(
            List<Revised<Account>> account,
            List<Revised<Instalment>> instalments,
            List<Revised<Entry>> entries,
            List<Revised<Agreement>> agreements,
            List<Revised<BureauFact>> classFacts,
            List<Revised<Statement>> statements) {
        return new AccountFacts(
                newest(account, Account::id).get(0),
                newest(instalments, instalment -> ((long) instalment.version() << 32) | instalment.number()),
                newest(entries, Entry::id),
                newest(agreements, Agreement::id),
                ClassFact.among(newest(classFacts, BureauFact::factId)),
                newest(statements, Statement::id));
    }

    private static <T> boolean isHeard(List<Revised<T>> forms) {
        for (Revised<T> form : forms) {
            if (form.heard()) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<Revised<T>> before(List<Revised<T>> forms) {
        return forms.stream().filter(form -> !form.heard()).toList();
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
                row.integer(2),
                row.flag(3),
                new Account(
                        id,
                        lender,
                        row.word(4),
                        row.date(5),
                        Currency.getInstance(row.word(6)),
                        row.number(7),
                        row.integer(8),
                        line(row)));
    }

    private static @Nullable CreditLine line(Columns row) throws SQLException {
        return AccountKind.isLine(row.wordOrNull(9))
                ? new CreditLine(orZero(row.numberOrNull(11)), Frequency.valueOf(row.word(10)))
                : null;
    }

    private static Revised<Statement> statement(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                row.flag(3),
                new Statement(
                        row.id(4),
                        row.date(5),
                        row.date(6),
                        new Components(row.number(7), row.number(8), row.number(9), 0),
                        row.number(10),
                        row.numberOrNull(11),
                        row.instant(12)));
    }

    private static Revised<Instalment> instalment(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                row.flag(3),
                new Instalment(
                        row.integer(4),
                        row.integer(5),
                        row.date(6),
                        new Components(row.number(7), row.number(8), row.number(9), row.number(10))));
    }

    private static Revised<Entry> entry(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                row.flag(3),
                new Entry(
                        row.id(4),
                        EntryType.valueOf(row.word(5)),
                        row.date(6),
                        row.instant(7),
                        row.number(8),
                        row.idOrNull(9),
                        split(row),
                        paidBy(row)));
    }

    private static PaidBy paidBy(Columns row) throws SQLException {
        String paidBy = row.wordOrNull(15);
        return paidBy == null ? PaidBy.BORROWER : PaidBy.valueOf(paidBy);
    }

    private static @Nullable Components split(Columns row) throws SQLException {
        Long principal = row.numberOrNull(10);
        Long interest = row.numberOrNull(11);
        Long fee = row.numberOrNull(12);
        Long penalty = row.numberOrNull(13);
        Long damages = row.numberOrNull(14);
        return principal == null && interest == null && fee == null && penalty == null && damages == null
                ? null
                : new Components(orZero(principal), orZero(interest), orZero(fee), orZero(penalty), orZero(damages));
    }

    private static long orZero(@Nullable Long part) {
        return part == null ? 0 : part;
    }

    private static Revised<Agreement> agreement(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                row.flag(3),
                new Agreement(
                        row.id(4),
                        AgreementType.valueOf(row.word(5)),
                        row.date(6),
                        row.date(7),
                        row.instant(8),
                        row.integerOrNull(9),
                        row.numberOrNull(10),
                        row.dateOrNull(11),
                        row.wordOrNull(12),
                        row.wordOrNull(13),
                        row.flag(14)));
    }

    private static Revised<BureauFact> fact(Columns row) throws SQLException {
        return new Revised<>(
                row.integer(2),
                row.flag(3),
                new BureauFact(row.id(4), row.word(5), row.word(6), row.date(7), row.instant(8)));
    }

    @Override
    public void close() throws SQLException {
        try (accounts;
                instalments;
                entries;
                agreements;
                classFacts;
                statements) {
            return;
        }
    }
}
