package io.arrears.batch;

import io.arrears.delinquency.NastyLine;
import io.arrears.delinquency.NastyLoan;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Nasty loans and lines as their lender delivers them: each fact once it is posted, a later version a delivery after the one before.
 * Schedules with holes, doubled rows and slips, waivers beyond what is owed, zero credits, payments before the opening.
 */
final class NastyBook {

    private final String lender;
    private final String product;
    private final List<Nasty> accounts;
    private Instant delivered = Instant.MIN;
    private int deliveries;

    private record Nasty(String id, AccountFacts facts) {}

    /** Accounts by the id that each has at this lender. */
    NastyBook(String lender, String product, Map<String, AccountFacts> accounts) {
        this.lender = lender;
        this.product = product;
        this.accounts = accounts.entrySet().stream()
                .map(account -> new Nasty(account.getKey() + "-" + lender, account.getValue()))
                .toList();
    }

    /** As many loans, and a line for each four of them. */
    NastyBook(String lender, String product, long firstSeed, int count) {
        this.lender = lender;
        this.product = product;
        Stream<Nasty> loans = LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed ->
                        new Nasty("N" + seed + "-" + lender, NastyLoan.of(seed).facts()));
        Stream<Nasty> lines = LongStream.range(firstSeed, firstSeed + count / 4)
                .mapToObj(seed ->
                        new Nasty("R" + seed + "-" + lender, NastyLine.of(seed).facts()));
        this.accounts = Stream.concat(loans, lines).toList();
    }

    /** All that was posted by then and was not delivered yet, by feed. */
    Map<String, List<String>> rows(Instant by) {
        int delivery = ++deliveries;
        FeedRows rows = new FeedRows();
        Predicate<Instant> isNew = posted -> posted.isAfter(delivered) && !posted.isAfter(by);
        for (Nasty loan : accounts) {
            if (delivery == 1) {
                open(loan, rows);
            }
            loan.facts().instalments().stream()
                    .filter(row -> row.version() == delivery)
                    .forEach(row -> instalment(loan, row, rows));
            loan.facts().entries().stream()
                    .filter(entry -> isNew.test(entry.postedAt()))
                    .forEach(entry -> entry(loan, entry, rows));
            loan.facts().agreements().stream()
                    .filter(agreement -> isNew.test(agreement.postedAt()))
                    .forEach(agreement -> agreement(loan, agreement, rows));
            loan.facts().statements().stream()
                    .filter(statement -> isNew.test(statement.postedAt()))
                    .forEach(statement -> statement(loan, statement, rows));
        }
        delivered = by;
        return rows.take();
    }

    private void open(Nasty loan, FeedRows rows) {
        String borrower = "B" + loan.id();
        rows.add("borrowers", borrower, "Jane Doe", "PASSPORT", "P1", "", "DE");
        rows.add(
                "accounts",
                loan.id(),
                lender,
                product,
                borrower,
                loan.facts().account().openedOn(),
                "CNY",
                yuan(loan.facts().account().principal()),
                loan.facts().account().termCount(),
                "MONTHLY",
                null,
                null,
                null,
                loan.facts().account().isLine() ? "REVOLVING" : null,
                loan.facts().account().isLine() ? "5000.00" : null);
    }

    private void instalment(Nasty loan, Instalment row, FeedRows rows) {
        Components owed = row.owed();
        rows.add(
                "instalments",
                loan.id(),
                row.version(),
                row.number(),
                row.dueOn(),
                yuan(owed.principal()),
                yuan(owed.interest()),
                yuan(owed.fee()),
                yuan(owed.penalty()));
    }

    private void entry(Nasty loan, Entry entry, FeedRows rows) {
        Components split = entry.split();
        rows.add(
                "entries",
                loan.id() + entry.id(),
                loan.id(),
                entry.type(),
                entry.valueOn(),
                entry.postedAt(),
                yuan(entry.amount()),
                entry.reverses() == null ? null : loan.id() + entry.reverses(),
                split == null ? null : yuan(split.principal()),
                split == null ? null : yuan(split.interest()),
                split == null ? null : yuan(split.fee()),
                split == null ? null : yuan(split.penalty()));
    }

    private void agreement(Nasty loan, Agreement agreement, FeedRows rows) {
        rows.add(
                "agreements",
                loan.id() + agreement.id(),
                loan.id(),
                agreement.type(),
                agreement.agreedOn(),
                agreement.effectiveOn(),
                agreement.postedAt(),
                agreement.version());
    }

    private void statement(Nasty line, Statement statement, FeedRows rows) {
        rows.add(
                "statements",
                line.id() + statement.id(),
                line.id(),
                statement.statementOn(),
                statement.dueOn(),
                yuan(statement.minimum().principal()),
                yuan(statement.minimum().interest()),
                yuan(statement.minimum().fee()),
                yuan(statement.balance()),
                statement.pastDue() == null ? null : yuan(statement.pastDue()),
                statement.postedAt());
    }

    private static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
