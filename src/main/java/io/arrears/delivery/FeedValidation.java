package io.arrears.delivery;

import io.arrears.feed.FactCatalogue;
import io.arrears.feed.Feed;
import io.arrears.feed.FeedReader;
import io.arrears.feed.Malformed;
import io.arrears.feed.RawRow;
import io.arrears.feed.RowParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first pass over one file: every row is checked; good ones wait in the import's spool, the others in its rejects.
 *
 * <p>Nothing of the ledger changes. What is held in memory is one chunk of rows.
 */
public final class FeedValidation {

    static final int CHUNK = 2000;

    private final Feed feed;
    private final Path file;
    private final ImportFolder folder;
    private final Ledger ledger;
    private final boolean sums;
    private final RowParser parser;
    private final ChunkCheck check;

    /**
     * Prepares the pass.
     *
     * @param facts that bureau_facts may carry
     * @param latest by when what has happened did so
     * @param sums whether amounts are to be added up, which costs a little
     */
    public FeedValidation(
            Feed feed,
            Path file,
            ImportFolder folder,
            Ledger ledger,
            FactCatalogue facts,
            LocalDateTime latest,
            boolean sums) {
        this.feed = feed;
        this.file = file;
        this.folder = folder;
        this.ledger = ledger;
        this.sums = sums;
        this.parser = new RowParser(feed, facts, latest);
        this.check = new ChunkCheck(feed, parser, ledger);
    }

    /**
     * Reads the whole file.
     *
     * @throws Malformed when it is no CSV of this feed
     */
    public FeedResult run(RejectedRows rejected) throws IOException {
        try (KeySpill keys = new KeySpill(folder.keys(feed), Files.size(file));
                Repeats repeats = new Repeats(folder.repeats(feed));
                RowSorter sorter = new RowSorter(feed, folder, parser, keys, sums);
                MeasuredInput input = new MeasuredInput(Delivery.open(file))) {
            long rows = read(input, sorter);
            sorter.finish();
            String sha256 = input.sha256();
            Settlement settlement = new Settlement(feed, file, folder, ledger, parser, rejected);
            SpoolCount count = keys.mark(repeats)
                    ? settlement.settle(repeats, sha256)
                    : settlement.pass(sorter.loaded(), sorter.corrected());
            return new FeedResult(
                    feed,
                    input.bytes(),
                    sha256,
                    rows,
                    count.loaded(),
                    count.corrected(),
                    rows - count.loaded() - count.corrected() - count.repeated() - count.rejected() - count.setAside(),
                    count.repeated(),
                    count.rejected(),
                    count.setAside(),
                    sorter.sum(),
                    sorter.delivered(),
                    sorter.lenders(),
                    sorter.shared() || (feed.holds() && count.rejected() > 0));
        }
    }

    private long read(InputStream in, RowSorter sorter) throws IOException {
        long rows = 0;
        try (FeedReader reader = new FeedReader(feed.layout(), in)) {
            List<RawRow> chunk = new ArrayList<>(CHUNK);
            for (RawRow raw = reader.next(); raw != null; raw = reader.next()) {
                chunk.add(raw);
                rows++;
                if (chunk.size() == CHUNK) {
                    validate(chunk, sorter);
                    chunk.clear();
                }
            }
            validate(chunk, sorter);
        }
        return rows;
    }

    private void validate(List<RawRow> chunk, RowSorter sorter) {
        List<Candidate> candidates = check.check(chunk);
        Map<String, KnownRow> known = check.known(candidates);
        Set<String> awaited = feed.holds() ? ledger.awaited(feed, goodKeys(candidates)) : Set.of();
        for (Candidate candidate : candidates) {
            if (candidate.isGood() && isSetAside(candidate, known)) {
                sorter.setAside(candidate, awaited);
            } else if (candidate.isGood()) {
                sorter.accept(candidate, known, awaited);
            } else {
                sorter.reject(candidate);
            }
        }
        note(candidates, known);
    }

    /** A zero that moves nothing (D21); one of a row that the ledger has corrects that row, and is loaded as any other. */
    private boolean isSetAside(Candidate candidate, Map<String, KnownRow> known) {
        return parser.isSetAside(candidate.row())
                && !known.containsKey(candidate.row().key());
    }

    /** What later rows may refer to. */
    private void note(List<Candidate> candidates, Map<String, KnownRow> known) {
        if (feed == Feed.ACCOUNTS) {
            Map<String, AccountRef> inLedger = known.isEmpty() ? Map.of() : ledger.accounts(known.keySet());
            ledger.noteAccounts(ChunkCheck.broughtBy(candidates, inLedger));
        } else if (feed == Feed.BORROWERS || feed == Feed.CONTACTS) {
            ledger.note(
                    feed,
                    goodKeys(candidates).stream()
                            .filter(key -> !known.containsKey(key))
                            .distinct()
                            .toList());
        }
    }

    private static List<String> goodKeys(List<Candidate> candidates) {
        return candidates.stream()
                .filter(Candidate::isGood)
                .map(candidate -> candidate.row().key())
                .toList();
    }
}
