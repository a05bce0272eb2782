package io.arrears.batch;

import io.arrears.delinquency.NastyLoan;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Instalment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Nasty loans as their lender delivers them: each fact once it is posted, a later version a delivery after the one before.
 * Schedules with holes, doubled rows and slips, waivers beyond what is owed, zero credits, payments before the opening.
 */
final class NastyBook {

    private final String lender;
    private final String product;
    private final List<NastyLoan> loans;
    private Instant delivered = Instant.MIN;
    private int deliveries;

    NastyBook(String lender, String product, long firstSeed, int count) {
        this.lender = lender;
        this.product = product;
        this.loans = LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(NastyLoan::of)
                .toList();
    }

    /** All that was posted by then and was not delivered yet, by feed. */
    Map<String, List<String>> rows(Instant by) {
        int delivery = ++deliveries;
        FeedRows rows = new FeedRows();
        Predicate<Instant> isNew = posted -> posted.isAfter(delivered) && !posted.isAfter(by);
        for (NastyLoan loan : loans) {
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
        }
        delivered = by;
        return rows.take();
    }

    private String id(NastyLoan loan) {
        return "N" + loan.seed() + "-" + lender;
    }

    private void open(NastyLoan loan, FeedRows rows) {
        String borrower = "B" + id(loan);
        rows.add("borrowers", borrower, "Jane Doe", "PASSPORT", "P1", "", "DE");
        rows.add(
                "accounts",
                id(loan),
                lender,
                product,
                borrower,
                loan.facts().account().openedOn(),
                "CNY",
                yuan(loan.facts().account().principal()),
                loan.facts().account().termCount(),
                "MONTHLY");
    }

    private void instalment(NastyLoan loan, Instalment row, FeedRows rows) {
        Components owed = row.owed();
        rows.add(
                "instalments",
                id(loan),
                row.version(),
                row.number(),
                row.dueOn(),
                yuan(owed.principal()),
                yuan(owed.interest()),
                yuan(owed.fee()),
                yuan(owed.penalty()));
    }

    private void entry(NastyLoan loan, Entry entry, FeedRows rows) {
        Components split = entry.split();
        rows.add(
                "entries",
                id(loan) + entry.id(),
                id(loan),
                entry.type(),
                entry.valueOn(),
                entry.postedAt(),
                yuan(entry.amount()),
                entry.reverses() == null ? null : id(loan) + entry.reverses(),
                split == null ? null : yuan(split.principal()),
                split == null ? null : yuan(split.interest()),
                split == null ? null : yuan(split.fee()),
                split == null ? null : yuan(split.penalty()));
    }

    private void agreement(NastyLoan loan, Agreement agreement, FeedRows rows) {
        rows.add(
                "agreements",
                id(loan) + agreement.id(),
                id(loan),
                agreement.type(),
                agreement.agreedOn(),
                agreement.effectiveOn(),
                agreement.postedAt(),
                agreement.version());
    }

    private static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
