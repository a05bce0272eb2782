package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.run.Run;
import io.arrears.store.imports.ImportOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One lender of a {@link Book}: its policy, what is delivered of its loans, and its nights. */
final class Portfolio {

    final Book book;
    final String name;
    private final FeedRows rows = new FeedRows();
    private int entries;

    Portfolio(Book book, String name, String... policy) {
        this.book = book;
        this.name = name;
        policy(policy);
    }

    /** Replaces the lender's file. */
    void policy(String... lines) {
        String all = String.join("\n", lines);
        String nights = all.contains("nights: ") ? "" : "nights: on-demand\n"; // tests leave days out
        Path file = book.settings.jobs().resolve("lenders").resolve(name + ".yaml");
        try {
            Files.writeString(file, "include: common.yaml\nlender: " + name + "\n" + nights + all + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An account id of this lender, unique in the book. */
    String id(String account) {
        return account + "-" + name;
    }

    /** A loan with an instalment of 100.00 on each of these days. */
    Portfolio loan(String account, String openedOn, String... dueDates) {
        rows.add("borrowers", id("B" + account), "Jane Doe", "PASSPORT", "P1", "", "DE");
        rows.add(
                "accounts",
                id(account),
                name,
                "cash",
                id("B" + account),
                openedOn,
                "EUR",
                dueDates.length + "00.00",
                "" + dueDates.length,
                "MONTHLY");
        for (int i = 0; i < dueDates.length; i++) {
            rows.add("instalments", id(account), "1", "" + (i + 1), dueDates[i], "100.00", "0");
        }
        return this;
    }

    /** A payment that the core system posted at noon of its value date. */
    Portfolio paid(String account, String valueOn, String amount) {
        return paid(account, valueOn, valueOn + "T12:00:00Z", amount);
    }

    Portfolio paid(String account, String valueOn, String postedAt, String amount) {
        rows.add("entries", id("E" + ++entries), id(account), "REPAYMENT", valueOn, postedAt, amount, "");
        return this;
    }

    /** A reversal that names an entry which is not there. */
    Portfolio reversed(String account, String valueOn, String amount) {
        String entry = id("E" + ++entries);
        rows.add("entries", entry, id(account), "REVERSAL", valueOn, valueOn + "T12:00:00Z", amount, id("NONE"));
        return this;
    }

    /** Somebody to ask about a loan; erased at an instant, or not if empty. */
    Portfolio contact(String account, String name, String phone, String erasedAt) {
        rows.add("contacts", id("C" + account), id(account), name, "FAMILY", phone, "", erasedAt);
        return this;
    }

    /** What the core system says of a feed of the delivery. */
    Portfolio control(String businessDate, String feed, int count, String amount) {
        rows.add("control", businessDate, feed, "" + count, amount, "", "", "", "", "", "");
        return this;
    }

    /** What the core system says of one product of this lender. */
    Portfolio portfolio(String businessDate, String product, int open, String principal, String overdue) {
        rows.add("control", businessDate, "", "", "", name, product, "EUR", "" + open, principal, overdue);
        return this;
    }

    /** A row as it stands. */
    Portfolio row(String feed, String... values) {
        rows.add(feed, (Object[]) values);
        return this;
    }

    /** Loses a row of what is to be delivered, by its place. */
    Portfolio lost(String feed, int index) {
        rows.lose(feed, index);
        return this;
    }

    /** Imports what was added since the last delivery. */
    Portfolio deliver() {
        ImportOutcome outcome = deliver(ImportRequest.MAX_REJECTS_PERCENT);
        assertThat(outcome.exitCode()).as(outcome.message()).isEqualTo(ExitCode.DONE);
        return this;
    }

    /** The same, refused as a whole beyond so many rejects. */
    ImportOutcome deliver(BigDecimal maxRejectsPercent) {
        ImportOutcome outcome = book.offer(rows.take(), maxRejectsPercent);
        book.later(1); // what was imported is known to runs that start after
        return outcome;
    }

    Nights.Outcome run(String asOf) {
        return run(asOf, null);
    }

    Nights.Outcome run(String asOf, @Nullable Instant cutoff) {
        return book.application.nights().run(name, LocalDate.parse(asOf), cutoff, false);
    }

    /** The lender's newest run. */
    Run last() {
        return book.application.runs().ofLender(name).get(0);
    }

    Path folder(String asOf) {
        return book.settings.home().out(name).resolve(asOf);
    }

    /** The rows of a published delinquency.csv, without this lender's mark on the account ids. */
    List<String> listed(String asOf) {
        return unmarked(asOf, "delinquency.csv").toList();
    }

    /** The rows of a published review.csv as {@code account rule code subject}, without this lender's mark on ids. */
    List<String> reviewed(String asOf) {
        return unmarked(asOf, "review.csv")
                .map(row -> row.split(",", -1))
                .map(row -> row[0] + " " + row[1] + " " + row[2] + " " + row[3])
                .toList();
    }

    private Stream<String> unmarked(String asOf, String list) {
        try {
            return Files.readAllLines(folder(asOf).resolve(list)).stream()
                    .skip(1)
                    .map(row -> row.replace("-" + name, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
