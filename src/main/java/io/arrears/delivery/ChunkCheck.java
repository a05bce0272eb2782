package io.arrears.delivery;

import io.arrears.feed.AccountKind;
import io.arrears.feed.Column;
import io.arrears.feed.Column.Reference;
import io.arrears.feed.Fault;
import io.arrears.feed.Feed;
import io.arrears.feed.Layout;
import io.arrears.feed.Owner;
import io.arrears.feed.RawRow;
import io.arrears.feed.Row;
import io.arrears.feed.RowParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one feed's rows a chunk at a time, so that the ledger is asked once a chunk and never once a row. */
final class ChunkCheck {

    private static final Fault NO_ACCOUNT =
            new Fault("no such account in the ledger or among this delivery's good rows");
    private static final Fault NO_LINE =
            new Fault("only an account of kind REVOLVING has it, and this account is of kind"
                    + " INSTALMENT; mend the row, or the account's kind in accounts.csv");
    private static final Fault NO_BORROWER =
            new Fault("no such borrower in the ledger or among this delivery's good rows");
    private static final Fault NO_CONTACT =
            new Fault("no such contact in the ledger or among this delivery's good rows");
    private static final Fault OTHER_IN_LEDGER =
            new Fault("the ledger has this row's key with another value which never changes");

    private final Feed feed;
    private final Layout layout;
    private final RowParser parser;
    private final Ledger ledger;
    private final int[] fixed;
    private final int erasedAt;
    private final int handle;
    private final int contact;

    ChunkCheck(Feed feed, RowParser parser, Ledger ledger) {
        this.feed = feed;
        this.layout = feed.layout();
        this.parser = parser;
        this.ledger = ledger;
        this.fixed = layout.fixed();
        this.erasedAt = layout.has(Feed.ERASED_AT) ? layout.position(Feed.ERASED_AT) : -1;
        this.handle = layout.has(Feed.HANDLE_ID) ? layout.position(Feed.HANDLE_ID) : -1;
        this.contact = handle >= 0 ? layout.position("contact_id") : -1;
    }

    /** The rows in their order, each good or with its first fault. */
    List<Candidate> check(List<RawRow> rows) {
        Map<String, AccountRef> accounts = accountsOf(rows);
        List<Candidate> candidates = new ArrayList<>(rows.size());
        for (RawRow raw : rows) {
            candidates.add(parse(raw, accounts));
        }
        for (int i = 0; i < layout.size(); i++) {
            Reference reference = layout.column(i).reference();
            if (reference == Reference.BORROWER || reference == Reference.CONTACT) {
                checkReference(candidates, i, reference);
            }
        }
        if (handle >= 0) {
            forget(candidates);
        }
        return candidates;
    }

    /** The telephone of a contact who asked to be forgotten is not taken from an attempt or a stop either. */
    private void forget(List<Candidate> candidates) {
        Map<String, List<Row>> rows = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.isGood()
                    && candidate.row().at(handle) != null
                    && candidate.row().at(contact) instanceof String id) {
                rows.computeIfAbsent(id, any -> new ArrayList<>()).add(candidate.row());
            }
        }
        if (!rows.isEmpty()) {
            ledger.erased(rows.keySet())
                    .forEach(id -> rows.getOrDefault(id, List.of()).forEach(row -> row.values()[handle] = null));
        }
    }

    /** The ledger's forms of the good rows, by key; rows that contradict what never changes become faulty. */
    Map<String, KnownRow> known(List<Candidate> candidates) {
        List<Row> rows = new ArrayList<>(candidates.size());
        List<String> lenders = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            if (candidate.isGood() && mayBeKnown(candidate)) {
                rows.add(candidate.row());
                lenders.add(
                        candidate.account() == null ? "" : candidate.account().lender());
            }
        }
        Map<String, KnownRow> known = rows.isEmpty() ? Map.of() : ledger.known(feed, rows, lenders);
        if (fixed.length > 0 && !known.isEmpty()) {
            candidates.stream()
                    .filter(Candidate::isGood)
                    .forEach(c -> checkFixed(c, known.get(c.row().key())));
        }
        if (erasedAt >= 0) {
            candidates.stream()
                    .filter(Candidate::isGood)
                    .forEach(c -> keepErased(c, known.get(c.row().key())));
        }
        return known;
    }

    /** A row whose key begins with its account is new when the account is. */
    private boolean mayBeKnown(Candidate candidate) {
        return feed != Feed.INSTALMENTS
                || Objects.requireNonNull(candidate.account()).inLedger();
    }

    private Map<String, AccountRef> accountsOf(List<RawRow> rows) {
        if (feed.owner() != Owner.ACCOUNT) {
            return Map.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        for (RawRow raw : rows) {
            String id = parser.accountOf(raw);
            if (id != null) {
                ids.add(id);
            }
        }
        return ledger.accounts(ids);
    }

    private Candidate parse(RawRow raw, Map<String, AccountRef> accounts) {
        String id = feed.owner() == Owner.ACCOUNT ? parser.accountOf(raw) : null;
        AccountRef account = id == null ? null : accounts.get(id);
        RowParser.Parsed parsed = parser.parse(raw, account == null ? null : account.decimals());
        Candidate candidate = new Candidate(raw, parsed.row(), account, parsed.column(), parsed.fault());
        boolean isNothing = candidate.isGood() && parser.isSetAside(candidate.row());
        if (id != null && account == null && !isNothing) {
            candidate.fail(layout.column(layout.position("account_id")), NO_ACCOUNT);
        }
        if (candidate.isGood() && account != null && !account.isLine()) {
            parser.ofLine(candidate.row()).ifPresent(column -> candidate.fail(column, NO_LINE));
        }
        return candidate;
    }

    private void checkReference(List<Candidate> candidates, int position, Reference reference) {
        Set<String> ids = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            if (candidate.isGood() && candidate.row().at(position) instanceof String id) {
                ids.add(id);
            }
        }
        Set<String> existing = ids.isEmpty() ? Set.of() : ledger.existing(reference, ids);
        Column column = layout.column(position);
        Fault fault = reference == Reference.CONTACT ? NO_CONTACT : NO_BORROWER;
        for (Candidate candidate : candidates) {
            if (candidate.isGood() && candidate.row().at(position) instanceof String id && !existing.contains(id)) {
                candidate.fail(column, fault);
            }
        }
    }

    private void checkFixed(Candidate candidate, @Nullable KnownRow known) {
        for (int i = 0; known != null && i < fixed.length; i++) {
            if (!known.fixed().get(i).equals(candidate.row().at(fixed[i]))) {
                candidate.fail(layout.column(fixed[i]), OTHER_IN_LEDGER);
            }
        }
    }

    /** Whoever was erased is not brought back by a file that still has them; whoever is a contact again needs a new id. */
    private void keepErased(Candidate candidate, @Nullable KnownRow known) {
        if (known != null && known.erasedAt() != null && candidate.row().at(erasedAt) == null) {
            @Nullable Object[] values = candidate.row().values();
            values[erasedAt] = known.erasedAt();
            for (int i = 0; i < layout.size(); i++) {
                values[i] = layout.column(i).erasedBy() == null ? values[i] : "";
            }
        }
    }

    /** The accounts that good rows of accounts.csv bring or make another kind of, by id. */
    static Map<String, AccountRef> broughtBy(List<Candidate> candidates, Map<String, AccountRef> inLedger) {
        int lender = Feed.ACCOUNTS.layout().position("lender");
        int currency = Feed.ACCOUNTS.layout().position("currency");
        int kind = Feed.ACCOUNTS.layout().position("kind");
        Map<String, AccountRef> brought = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.isGood()) {
                Row row = candidate.row();
                boolean isLine = AccountKind.isLine(row.text(kind));
                AccountRef before = inLedger.get(row.key());
                if (before == null || before.isLine() != isLine) {
                    brought.put(
                            row.key(), new AccountRef(row.text(lender), row.text(currency), isLine, before != null));
                }
            }
        }
        return brought;
    }
}
