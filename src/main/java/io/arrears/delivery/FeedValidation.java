package io.arrears.delivery;

import io.arrears.feed.Feed;
import io.arrears.feed.FeedReader;
import io.arrears.feed.Malformed;
import io.arrears.feed.Masking;
import io.arrears.feed.Owner;
import io.arrears.feed.RawRow;
import io.arrears.feed.Reject;
import io.arrears.feed.Row;
import io.arrears.feed.RowCodec;
import io.arrears.feed.RowParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over one file: every row is checked; good ones wait in the import's spool, the others in its rejects.
 *
 * <p>Nothing of the ledger changes. What is held in memory is one chunk of rows.
 */
public final class FeedValidation {

    static final int CHUNK = 2000;

    private static final byte BETWEEN_VALUES = 0x1f;

    private final Feed feed;
    private final Path file;
    private final ImportFolder folder;
    private final Ledger ledger;
    private final boolean sums;
    private final RowParser parser;
    private final ChunkCheck check;
    private final RowCodec codec;
    private final ByteBuffer scratch = ByteBuffer.allocate(RowCodec.LONGEST);
    private final Totals totals;
    private final Set<String> lenders = new TreeSet<>();
    private boolean shared;
    private long loaded;
    private long corrected;

    /**
     * Prepares the pass.
     *
     * @param sums whether amounts are to be added up, which costs a little
     */
    public FeedValidation(Feed feed, Path file, ImportFolder folder, Ledger ledger, boolean sums) {
        this.feed = feed;
        this.file = file;
        this.folder = folder;
        this.ledger = ledger;
        this.sums = sums;
        this.parser = new RowParser(feed);
        this.check = new ChunkCheck(feed, parser, ledger);
        this.codec = new RowCodec(feed.layout());
        this.totals = new Totals(feed);
    }

    /**
     * Reads the whole file.
     *
     * @throws Malformed when it is no CSV of this feed
     */
    public FeedResult run(RejectedRows rejected) throws IOException {
        long bytes = Files.size(file);
        MeasuredInput input;
        long rows;
        SpoolCount spooled;
        try (KeySpill keys = new KeySpill(folder.keys(feed), bytes);
                Repeats repeats = new Repeats(folder.repeats(feed))) {
            try (InputStream in = Files.newInputStream(file);
                    RowSpool.Writer good = new RowSpool.Writer(folder.rows(feed), feed);
                    RejectSpool.Writer bad = new RejectSpool.Writer(folder.rejects(feed))) {
                input = new MeasuredInput(in);
                rows = validate(input, good, bad, keys);
                good.finish();
                bad.finish();
            }
            Settlement settlement = new Settlement(feed, file, folder, ledger, parser, rejected);
            spooled = keys.mark(repeats) ? settlement.settle(repeats) : settlement.pass(loaded, corrected);
        }
        return new FeedResult(
                feed,
                input.bytes(),
                input.sha256(),
                rows,
                spooled.loaded(),
                spooled.corrected(),
                rows - spooled.loaded() - spooled.corrected() - spooled.repeated() - spooled.rejected(),
                spooled.repeated(),
                spooled.rejected(),
                totals.sum(),
                lenders,
                shared || (feed.holds() && spooled.rejected() > 0));
    }

    private long validate(InputStream in, RowSpool.Writer good, RejectSpool.Writer bad, KeySpill keys)
            throws IOException {
        long rows = 0;
        try (FeedReader reader = new FeedReader(feed.layout(), in)) {
            List<RawRow> chunk = new ArrayList<>(CHUNK);
            for (RawRow raw = reader.next(); raw != null; raw = reader.next()) {
                chunk.add(raw);
                rows++;
                if (chunk.size() == CHUNK) {
                    validate(chunk, good, bad, keys);
                    chunk.clear();
                }
            }
            validate(chunk, good, bad, keys);
        }
        return rows;
    }

    private void validate(List<RawRow> chunk, RowSpool.Writer good, RejectSpool.Writer bad, KeySpill keys) {
        List<Candidate> candidates = check.check(chunk);
        Map<String, KnownRow> known = check.known(candidates);
        Set<String> awaited = awaited(candidates);
        for (Candidate candidate : candidates) {
            if (candidate.isGood()) {
                accept(candidate, known, awaited, good, keys);
            } else {
                reject(candidate, bad, keys);
            }
        }
        note(candidates, known);
    }

    private Set<String> awaited(List<Candidate> candidates) {
        return feed.holds()
                ? ledger.awaited(
                        feed,
                        candidates.stream()
                                .filter(Candidate::isGood)
                                .map(c -> c.row().key())
                                .toList())
                : Set.of();
    }

    private void accept(
            Candidate candidate,
            Map<String, KnownRow> known,
            Set<String> awaited,
            RowSpool.Writer good,
            KeySpill keys) {
        Row row = candidate.row();
        String key = row.key();
        scratch.clear();
        codec.write(row.values(), scratch);
        byte[] digest = codec.digest(scratch.flip());
        keys.add(key, digest, row.ordinal());
        KnownRow before = known.get(key);
        boolean same = before != null && java.util.Arrays.equals(before.digest(), digest);
        boolean arrives = awaited.contains(key);
        String lender = lenderOf(candidate);
        if (!same || arrives) {
            int revision = same ? ValidRow.KNOWN : before == null ? 1 : before.revision() + 1;
            good.add(new ValidRow(row.ordinal(), lender, revision, arrives, digest, row.values()));
            loaded += revision == 1 ? 1 : 0;
            corrected += revision > 1 ? 1 : 0;
            touch(lender);
        }
        if (sums) {
            totals.add(row, decimalsOf(candidate));
        }
    }

    private void reject(Candidate candidate, RejectSpool.Writer bad, KeySpill keys) {
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
                parser.accountOf(raw)));
        if (sums) {
            totals.add(raw);
        }
    }

    private void touch(String lender) {
        if (lender.isEmpty()) {
            shared = true;
        } else {
            lenders.add(lender);
        }
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
        @Nullable AccountRef account = candidate.account();
        if (account != null) {
            return account.decimals();
        }
        return feed.owner() == Owner.ITSELF
                ? java.util.Currency.getInstance(
                                candidate.row().text(feed.layout().position("currency")))
                        .getDefaultFractionDigits()
                : 0;
    }

    private void note(List<Candidate> candidates, Map<String, KnownRow> known) {
        if (feed == Feed.ACCOUNTS) {
            ledger.noteAccounts(ChunkCheck.broughtBy(candidates, known));
        } else if (feed == Feed.BORROWERS || feed == Feed.CONTACTS) {
            ledger.note(
                    feed,
                    candidates.stream()
                            .filter(Candidate::isGood)
                            .map(c -> c.row().key())
                            .filter(key -> !known.containsKey(key))
                            .distinct()
                            .toList());
        }
    }

    /** Of a row that could not be read: over its text, so that the same text twice is the same row twice. */
    private byte[] digest(RawRow raw) {
        ByteBuffer text = ByteBuffer.wrap(
                String.join(Character.toString(BETWEEN_VALUES), raw.values()).getBytes(StandardCharsets.UTF_8));
        return codec.digest(text);
    }
}
