package io.arrears.delivery;

import io.arrears.feed.Feed;
import io.arrears.feed.Masking;
import io.arrears.feed.Owner;
import io.arrears.feed.RawRow;
import io.arrears.feed.Reject;
import io.arrears.feed.Row;
import io.arrears.feed.RowCodec;
import io.arrears.feed.RowParser;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sends each checked row of one file where it belongs, good ones to the spool and the others to the rejects, and counts. */
final class RowSorter implements Closeable {

    private static final String ZERO = "a credit or charge of zero moves nothing and is set aside (D21)";
    private static final String BETWEEN_VALUES = "\u001f";

    private final Feed feed;
    private final boolean sums;
    private final RowParser parser;
    private final RowCodec codec;
    private final KeySpill keys;
    private final RowSpool.Writer good;
    private final RejectSpool.Writer bad;
    private final RejectSpool.Writer aside;
    private final Totals totals;
    private final ByteBuffer scratch = ByteBuffer.allocate(RowCodec.LONGEST);
    private final Set<String> delivered = new TreeSet<>();
    private final Set<String> lenders = new TreeSet<>();
    private boolean shared;
    private long loaded;
    private long corrected;

    RowSorter(Feed feed, ImportFolder folder, RowParser parser, KeySpill keys, boolean sums) {
        this.feed = feed;
        this.sums = sums;
        this.parser = parser;
        this.codec = new RowCodec(feed.layout());
        this.keys = keys;
        this.good = new RowSpool.Writer(folder.rows(feed), feed);
        this.bad = new RejectSpool.Writer(folder.rejects(feed));
        this.aside = new RejectSpool.Writer(folder.setAside(feed));
        this.totals = new Totals(feed);
    }

    /** A row that the ledger has as it is need not be loaded, unless a reject waits for it. */
    void accept(Candidate candidate, Map<String, KnownRow> known, Set<String> awaited) {
        Row row = candidate.row();
        String key = row.key();
        codec.write(row.values(), scratch.clear());
        byte[] digest = codec.digest(scratch.flip());
        keys.add(key, digest, row.ordinal());
        KnownRow before = known.get(key);
        boolean same = before != null && Arrays.equals(before.digest(), digest);
        boolean arrives = awaited.contains(key);
        String lender = lenderOf(candidate);
        delivered.add(lender);
        if (!same || arrives) {
            int revision = same ? ValidRow.KNOWN : before == null ? 1 : before.revision() + 1;
            good.add(new ValidRow(row.ordinal(), lender, revision, arrives, digest, row.values()));
            loaded += revision == 1 ? 1 : 0;
            corrected += revision > 1 ? 1 : 0;
            if (lender.isEmpty()) {
                shared = true;
            } else {
                lenders.add(lender);
            }
        }
        if (sums) {
            totals.add(row, decimalsOf(candidate));
        }
    }

    /** A row of no consequence: noted, and never loaded; a reject that waits for it waits no longer. */
    void setAside(Candidate candidate, Set<String> awaited) {
        Row row = candidate.row();
        codec.write(row.values(), scratch.clear());
        byte[] digest = codec.digest(scratch.flip());
        keys.add(row.key(), digest, row.ordinal());
        if (awaited.contains(row.key())) {
            good.add(new ValidRow(row.ordinal(), lenderOf(candidate), ValidRow.KNOWN, true, digest, row.values()));
        }
        RawRow raw = candidate.raw();
        aside.add(new Reject(feed, raw.line(), "amount", "0", ZERO, row.key(), parser.of(raw)));
        if (sums) {
            totals.add(row, decimalsOf(candidate));
        }
    }

    void reject(Candidate candidate) {
        RawRow raw = candidate.raw();
        byte[] content = digest(raw);
        String key = parser.keyOf(raw);
        if (key != null) {
            keys.add(key, content, raw.ordinal());
        }
        int position = feed.layout().position(candidate.column().name());
        bad.add(new Reject(
                feed,
                raw.line(),
                candidate.column().name(),
                Masking.show(candidate.column(), raw.values()[position]),
                candidate.fault().reason(),
                key != null ? key : "?" + HexFormat.of().formatHex(content),
                parser.of(raw)));
        if (sums) {
            totals.add(raw);
        }
    }

    void finish() {
        good.finish();
        bad.finish();
        aside.finish();
    }

    /** Whose good rows there are; empty for rows of nobody. */
    Set<String> delivered() {
        return delivered;
    }

    /** The lenders of the rows to load. */
    Set<String> lenders() {
        return lenders;
    }

    /** Whether rows of no one lender are to be loaded. */
    boolean shared() {
        return shared;
    }

    long loaded() {
        return loaded;
    }

    long corrected() {
        return corrected;
    }

    BigDecimal sum() {
        return totals.sum();
    }

    private String lenderOf(Candidate candidate) {
        return switch (feed.owner()) {
            case ITSELF -> candidate.row().text(feed.layout().position("lender"));
            case ACCOUNT ->
                candidate.account() == null ? "" : candidate.account().lender();
            case NOBODY -> "";
        };
    }

    private int decimalsOf(Candidate candidate) {
        if (feed.owner() == Owner.ITSELF) {
            String currency = candidate.row().text(feed.layout().position("currency"));
            return Currency.getInstance(currency).getDefaultFractionDigits();
        }
        return candidate.account() == null ? 0 : candidate.account().decimals();
    }

    /** Of a row that could not be read: over its text, so that the same text twice is the same row twice. */
    private byte[] digest(RawRow raw) {
        return codec.digest(
                ByteBuffer.wrap(String.join(BETWEEN_VALUES, raw.values()).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        good.close();
        bad.close();
        aside.close();
    }
}
