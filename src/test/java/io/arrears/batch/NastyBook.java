package io.arrears.batch;

import io.arrears.delinquency.NastyLoan;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Instalment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Nasty loans as their lender delivers them: each fact once it is posted, a later version a delivery after the one before.
 * Schedules with holes, doubled rows and slips, waivers beyond what is owed, zero credits, payments before the opening.
 */
final class NastyBook {

    private static final String SPLIT = ",principal,interest,fee,penalty";

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

    /** Writes all that was posted by then and was not delivered yet. */
    void deliver(Instant by, Path folder) throws IOException {
        int delivery = ++deliveries;
        Map<String, List<String>> feeds = new LinkedHashMap<>();
        feeds.put("borrowers", rows(SmallBook.BORROWERS));
        feeds.put("accounts", rows(SmallBook.ACCOUNTS));
        feeds.put("instalments", rows(SmallBook.INSTALMENTS + ",fee,penalty"));
        feeds.put("entries", rows(SmallBook.ENTRIES + SPLIT));
        feeds.put("agreements", rows("agreement_id,account_id,type,agreed_on,effective_on,posted_at,schedule_version"));
        Predicate<Instant> isNew = posted -> posted.isAfter(delivered) && !posted.isAfter(by);
        for (NastyLoan loan : loans) {
            if (delivery == 1) {
                open(loan, feeds);
            }
            loan.facts().instalments().stream()
                    .filter(row -> row.version() == delivery)
                    .forEach(row -> feeds.get("instalments").add(instalment(loan, row)));
            loan.facts().entries().stream()
                    .filter(entry -> isNew.test(entry.postedAt()))
                    .forEach(entry -> feeds.get("entries").add(entry(loan, entry)));
            loan.facts().agreements().stream()
                    .filter(agreement -> isNew.test(agreement.postedAt()))
                    .forEach(agreement -> feeds.get("agreements").add(agreement(loan, agreement)));
        }
        delivered = by;
        Files.createDirectories(folder);
        for (Map.Entry<String, List<String>> feed : feeds.entrySet()) {
            if (feed.getValue().size() > 1) {
                Files.write(folder.resolve(feed.getKey() + ".csv"), feed.getValue());
            }
        }
    }

    private static List<String> rows(String header) {
        return new ArrayList<>(List.of(header));
    }

    private String id(NastyLoan loan) {
        return "N" + loan.seed() + "-" + lender;
    }

    private void open(NastyLoan loan, Map<String, List<String>> feeds) {
        String borrower = "B" + id(loan);
        feeds.get("borrowers").add(line(borrower, "Jane Doe", "PASSPORT", "P1", "", "DE"));
        feeds.get("accounts")
                .add(line(
                        id(loan),
                        lender,
                        product,
                        borrower,
                        loan.facts().account().openedOn(),
                        "CNY",
                        yuan(loan.facts().account().principal()),
                        loan.facts().account().termCount(),
                        "MONTHLY"));
    }

    private String instalment(NastyLoan loan, Instalment row) {
        Components owed = row.owed();
        return line(
                id(loan),
                row.version(),
                row.number(),
                row.dueOn(),
                yuan(owed.principal()),
                yuan(owed.interest()),
                yuan(owed.fee()),
                yuan(owed.penalty()));
    }

    private String entry(NastyLoan loan, Entry entry) {
        Components split = entry.split();
        return line(
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

    private String agreement(NastyLoan loan, Agreement agreement) {
        return line(
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

    private static String line(@Nullable Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? "" : value.toString());
        }
        return String.join(",", texts);
    }
}
