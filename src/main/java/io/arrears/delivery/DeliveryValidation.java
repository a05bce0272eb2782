package io.arrears.delivery;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.feed.FactCatalogue;
import io.arrears.feed.Feed;
import io.arrears.feed.Malformed;
import io.arrears.feed.RowParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first pass over a whole delivery: every file, every row, and what control.csv says of them. It changes nothing of
 * the ledger, and may be started again.
 */
public final class DeliveryValidation {

    /**
     * What the lenders' policies ask of a delivery.
     *
     * @param maxRejectsPercent of the delivery's rows; more refuses all of it
     * @param controlsRequired control.csv must be there
     * @param requiredFeeds feeds that must be there
     */
    public record Demands(BigDecimal maxRejectsPercent, boolean controlsRequired, Set<Feed> requiredFeeds) {}

    /** What may be loaded. */
    public record Validated(List<FeedResult> feeds, Controls controls) {

        public Set<String> lenders() {
            Set<String> lenders = new TreeSet<>();
            feeds.forEach(feed -> lenders.addAll(feed.lenders()));
            controls.portfolios().forEach(portfolio -> lenders.add(portfolio.lender()));
            return lenders;
        }

        /** Of which control.csv alone says that they have no rows. */
        public Set<Feed> empty() {
            Set<Feed> empty = EnumSet.noneOf(Feed.class);
            controls.feeds().forEach((feed, stated) -> {
                if (stated.rows() == 0) {
                    empty.add(feed);
                }
            });
            feeds.forEach(result -> empty.remove(result.feed()));
            return empty;
        }

        public boolean shared() {
            return feeds.stream().anyMatch(FeedResult::shared);
        }
    }

    private final Delivery delivery;
    private final ImportFolder folder;
    private final Ledger ledger;
    private final FactCatalogue facts;
    private final LocalDateTime latest;
    private final Demands demands;

    /**
     * Prepares the pass.
     *
     * @param facts that bureau_facts may carry
     * @param now of this host
     */
    public DeliveryValidation(
            Delivery delivery, ImportFolder folder, Ledger ledger, FactCatalogue facts, Instant now, Demands demands) {
        this.latest = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusDays(RowParser.HALF_A_YEAR);
        this.facts = facts;
        this.delivery = delivery;
        this.folder = folder;
        this.ledger = ledger;
        this.demands = demands;
    }

    /**
     * Reads every file.
     *
     * @throws Refused (4) when nothing of the delivery may be loaded
     */
    public Validated run() {
        folder.clearSpool();
        ControlCheck control = new ControlCheck(delivery, controls(), demands);
        control.requireFiles();
        List<FeedResult> results = new ArrayList<>();
        try (RejectedRows rejected = new RejectedRows(folder, isFromViews())) {
            for (Feed feed : Feed.values()) {
                Path file = delivery.files().get(feed);
                if (file != null) {
                    results.add(validate(feed, file, control, rejected));
                }
            }
            rejected.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control.requireTotals(results);
        requireFewRejects(results);
        Validated validated = new Validated(results, control.controls());
        folder.noteLenders(validated.lenders());
        return validated;
    }

    private FeedResult validate(Feed feed, Path file, ControlCheck control, RejectedRows rejected) throws IOException {
        try {
            FeedResult result =
                    new FeedValidation(feed, file, folder, ledger, facts, latest, control.sums(feed)).run(rejected);
            if (result.rows() == 0 && !control.expectsNoRows(feed)) {
                throw new Malformed(
                        1, "only a header; leave the file out, or let control.csv say that the feed has 0 rows");
            }
            return result;
        } catch (Malformed e) {
            throw refusal(file, e);
        } catch (AccessDeniedException e) {
            throw unreadable(file);
        }
    }

    private boolean isFromViews() {
        return delivery.folder().toAbsolutePath().equals(folder.source().toAbsolutePath());
    }

    private Controls controls() {
        Path file = delivery.control();
        if (file == null) {
            return Controls.none();
        }
        try {
            return Controls.read(Delivery.open(file));
        } catch (Malformed e) {
            throw refusal(file, e);
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw unreadable(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void requireFewRejects(List<FeedResult> results) {
        long rows = results.stream().mapToLong(FeedResult::rows).sum();
        long rejected = results.stream().mapToLong(FeedResult::rejected).sum();
        BigDecimal allowed = demands.maxRejectsPercent().multiply(BigDecimal.valueOf(rows));
        if (BigDecimal.valueOf(rejected).scaleByPowerOfTen(2).compareTo(allowed) > 0) {
            throw new Refused(
                    ExitCode.REJECTED,
                    rejected + " of " + rows + " rows are rejected, more than the "
                            + demands.maxRejectsPercent().toPlainString()
                            + " % allowed; nothing was loaded. Mend the rows that "
                            + folder.rejectedCsv()
                            + " lists, or allow more with --max-rejects; without it the strictest max-rejects of all lender"
                            + " files holds");
        }
    }

    private static Refused refusal(Path file, Malformed e) {
        return new Refused(
                ExitCode.REJECTED,
                file + ":" + e.line() + ": " + e.getMessage() + "; nothing of the delivery was loaded. Mend the file"
                        + " and import the folder again");
    }

    private static Refused unreadable(Path file) {
        return new Refused(
                ExitCode.REJECTED,
                file + ": may not be read; nothing of the delivery was loaded. Check the file's owner and mode");
    }
}
