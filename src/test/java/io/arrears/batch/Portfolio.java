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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One lender of a {@link House}: its policy, what is delivered of its loans, and its nights. */
final class Portfolio {

    private static final Map<String, String> HEADERS = Map.of(
            "borrowers", SmallBook.BORROWERS,
            "accounts", SmallBook.ACCOUNTS,
            "instalments", SmallBook.INSTALMENTS,
            "entries", SmallBook.ENTRIES,
            "contacts", "contact_id,account_id,name,relation,phone,opted_out_at,erased_at",
            "control", "business_date,feed,rows,amount,lender,product,currency,open_accounts,principal,overdue");

    final House house;
    final String name;
    private final Map<String, StringBuilder> undelivered = new LinkedHashMap<>();
    private int deliveries;
    private int entries;

    Portfolio(House house, String name, String... policy) {
        this.house = house;
        this.name = name;
        policy(policy);
    }

    /** Replaces the lender's file. */
    void policy(String... lines) {
        Path file = house.settings.jobs().resolve("lenders").resolve(name + ".yaml");
        String nights =
                String.join("\n", lines).contains("nights: ") ? "" : "nights: on-demand\n"; // tests leave days out
        write(file, "include: common.yaml\nlender: " + name + "\n" + nights + String.join("\n", lines) + "\n");
    }

    /** An account id of this lender, unique in the house. */
    String id(String account) {
        return account + "-" + name;
    }

    /** A loan with an instalment of 100.00 on each of these days. */
    Portfolio loan(String account, String openedOn, String... dueDates) {
        add("borrowers", id("B" + account), "Jane Doe", "PASSPORT", "P1", "", "DE");
        add(
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
            add("instalments", id(account), "1", "" + (i + 1), dueDates[i], "100.00", "0");
        }
        return this;
    }

    /** A payment that the core system posted at noon of its value date. */
    Portfolio paid(String account, String valueOn, String amount) {
        return paid(account, valueOn, valueOn + "T12:00:00Z", amount);
    }

    Portfolio paid(String account, String valueOn, String postedAt, String amount) {
        add("entries", id("E" + ++entries), id(account), "REPAYMENT", valueOn, postedAt, amount, "");
        return this;
    }

    /** A reversal that names an entry which is not there. */
    Portfolio reversed(String account, String valueOn, String amount) {
        String entry = id("E" + ++entries);
        add("entries", entry, id(account), "REVERSAL", valueOn, valueOn + "T12:00:00Z", amount, id("NONE"));
        return this;
    }

    /** Somebody to ask about a loan; erased at an instant, or not if empty. */
    Portfolio contact(String account, String name, String phone, String erasedAt) {
        add("contacts", id("C" + account), id(account), name, "FAMILY", phone, "", erasedAt);
        return this;
    }

    /** What the core system says of a feed of the delivery. */
    Portfolio control(String businessDate, String feed, int rows, String amount) {
        add("control", businessDate, feed, "" + rows, amount, "", "", "", "", "", "");
        return this;
    }

    /** What the core system says of one product of this lender. */
    Portfolio portfolio(String businessDate, String product, int open, String principal, String overdue) {
        add("control", businessDate, "", "", "", name, product, "EUR", "" + open, principal, overdue);
        return this;
    }

    /** A row as it stands. */
    Portfolio row(String feed, String... values) {
        add(feed, values);
        return this;
    }

    /** Loses a row of what is to be delivered, by its place. */
    Portfolio lost(String feed, int index) {
        StringBuilder rows = undelivered.get(feed);
        List<String> lines = new ArrayList<>(rows.toString().lines().toList());
        lines.remove(index);
        rows.setLength(0);
        lines.forEach(line -> rows.append(line).append("\r\n"));
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
        Path folder = house.settings.home().root().resolveSibling("delivery-" + name + "-" + ++deliveries);
        undelivered.forEach((feed, rows) -> write(folder.resolve(feed + ".csv"), HEADERS.get(feed) + "\r\n" + rows));
        undelivered.clear();
        ImportOutcome outcome = house.application
                .imports()
                .run(new ImportRequest(folder, maxRejectsPercent, false, Set.of(), "tester"));
        house.aSecondLater();
        return outcome;
    }

    Nights.Outcome run(String asOf) {
        return run(asOf, null);
    }

    Nights.Outcome run(String asOf, @Nullable Instant cutoff) {
        return house.application.nights().run(name, LocalDate.parse(asOf), cutoff, false);
    }

    /** The lender's newest run. */
    Run last() {
        return house.application.runs().ofLender(name).get(0);
    }

    Path folder(String asOf) {
        return house.settings.home().out(name).resolve(asOf);
    }

    /** The rows of a published delinquency.csv, without this lender's mark on the account ids. */
    List<String> listed(String asOf) {
        try {
            return Files.readAllLines(folder(asOf).resolve("delinquency.csv")).stream()
                    .skip(1)
                    .map(row -> row.replace("-" + name, ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a published review.csv as {@code account rule code subject}, without this lender's mark on ids. */
    List<String> reviewed(String asOf) {
        try {
            return Files.readAllLines(folder(asOf).resolve("review.csv")).stream()
                    .skip(1)
                    .map(row -> row.replace("-" + name, "").split(",", -1))
                    .map(row -> row[0] + " " + row[1] + " " + row[2] + " " + row[3])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows of a table carry a run. */
    long written(String table, Run run) {
        Long count = house.jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE lender = ? AND run_id = ?", Long.class, name, run.id());
        return count == null ? 0 : count;
    }

    private void add(String feed, String... values) {
        undelivered
                .computeIfAbsent(feed, any -> new StringBuilder())
                .append(String.join(",", values))
                .append("\r\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
