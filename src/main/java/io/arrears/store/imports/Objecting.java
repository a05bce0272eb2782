package io.arrears.store.imports;

import io.arrears.feed.Feed;
import io.arrears.feed.Layout;
import io.arrears.ladder.law.Outcome;
import io.arrears.ledger.Handles;
import io.arrears.store.contact.Objections;
import io.arrears.store.contact.Objections.Said;
import io.arrears.store.imports.LedgerRows.LedgerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows of a delivery say that a contact does not want to be asked (L10): who opted out, and who refused to speak. */
public final class Objecting {

    private final Objections objections;

    public Objecting(Objections objections) {
        this.objections = objections;
    }

    /** Keeps what a chunk says. The caller holds the transaction that inserts it. */
    public void load(Feed feed, List<LedgerRow> rows) {
        if (feed == Feed.CONTACTS) {
            int optedOutAt = feed.layout().position("opted_out_at");
            keep(feed, rows, "phone", row -> row.values()[optedOutAt] != null);
        } else if (feed == Feed.CONTACT_ATTEMPTS) {
            int outcome = feed.layout().position("outcome");
            keep(feed, rows, Feed.HANDLE_ID, row -> Outcome.of(String.valueOf(row.values()[outcome]))
                    .isRefusal());
        }
    }

    /** Of an attempt also the numbers that the ledger has of its contact: it may have gone to any of them. */
    private void keep(Feed feed, List<LedgerRow> rows, String telephone, Predicate<LedgerRow> saysSo) {
        Layout layout = feed.layout();
        int by = layout.key()[0];
        int contact = layout.position("contact_id");
        int number = layout.position(telephone);
        List<LedgerRow> saying = rows.stream()
                .filter(row -> row.values()[contact] != null)
                .filter(saysSo)
                .toList();
        Map<String, Set<String>> known = feed == Feed.CONTACTS
                ? Map.of()
                : objections.numbers(saying.stream()
                        .map(row -> String.valueOf(row.values()[contact]))
                        .collect(Collectors.toSet()));
        List<Said> said = new ArrayList<>();
        for (LedgerRow row : saying) {
            String id = String.valueOf(row.values()[contact]);
            said.add(said(row, by, id, Handles.digits((String) row.values()[number])));
            known.getOrDefault(id, Set.of()).forEach(digits -> said.add(said(row, by, id, digits)));
        }
        objections.add(said);
    }

    private static Said said(LedgerRow row, int by, String contact, @Nullable String digits) {
        return new Said(row.lender(), String.valueOf(row.values()[by]), contact, digits, row.knownAt());
    }
}
