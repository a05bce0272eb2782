package io.arrears.batch;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that wait for their delivery, feed by feed. */
final class FeedRows {

    private static final Map<String, String> HEADERS = Map.ofEntries(
            entry("borrowers", TwoAccounts.BORROWERS + ",birth_date"),
            entry(
                    "accounts",
                    TwoAccounts.ACCOUNTS + ",matures_on,repayment_method,annual_rate,kind,line_limit,line_id"),
            entry("instalments", TwoAccounts.INSTALMENTS + ",fee,penalty"),
            entry("entries", TwoAccounts.ENTRIES + ",principal,interest,fee,penalty"),
            entry(
                    "agreements",
                    "agreement_id,account_id,type,agreed_on,effective_on,posted_at,schedule_version,amount"),
            entry(
                    "statements",
                    "statement_id,account_id,statement_on,due_on,minimum_principal,minimum_interest,minimum_fee,balance,"
                            + "past_due,posted_at"),
            entry("consents", "borrower_id,bureau,form_version,given_at"),
            entry("notices", "notice_id,account_id,kind,channel,sent_at,delivered_at,evidence"),
            entry("bureau_facts", "fact_id,bureau,account_id,borrower_id,key,value,effective_on,posted_at"),
            entry("contacts", "contact_id,account_id,name,relation,phone,opted_out_at,erased_at"),
            entry("control", "business_date,feed,rows,amount,lender,product,currency,open_accounts,principal,overdue"));

    private final Map<String, List<String>> waiting = new LinkedHashMap<>();

    /** A row; columns at its end that have no value may be left out. */
    void add(String feed, @Nullable Object... values) {
        String header = HEADERS.get(feed);
        String row = Stream.of(values)
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
        long missing = commas(header) - commas(row);
        waiting.computeIfAbsent(feed, name -> new ArrayList<>(List.of(header)))
                .add(row + ",".repeat((int) Math.max(0, missing)));
    }

    private static long commas(String line) {
        return line.chars().filter(c -> c == ',').count();
    }

    /** Loses the row of a feed at a place, counted from 0. */
    void lose(String feed, int index) {
        waiting.get(feed).remove(index + 1);
    }

    void lose(String feed, Predicate<String> row) {
        waiting.get(feed).removeIf(row);
    }

    /** Writes a delivery of these files; each is a name and its lines. */
    static Path write(Path delivery, Map<String, List<String>> files) {
        try {
            Files.createDirectories(delivery);
            for (Map.Entry<String, List<String>> file : files.entrySet()) {
                Files.writeString(delivery.resolve(file.getKey()), String.join("\r\n", file.getValue()) + "\r\n");
            }
            return delivery;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Feeds by the names of their files. */
    static Map<String, List<String>> named(Map<String, List<String>> feeds) {
        return feeds.entrySet().stream().collect(Collectors.toMap(feed -> feed.getKey() + ".csv", Map.Entry::getValue));
    }

    /** All that was added since the last time, each feed with its header. */
    Map<String, List<String>> take() {
        Map<String, List<String>> taken = new LinkedHashMap<>(waiting);
        waiting.clear();
        return taken;
    }
}
