package io.arrears.cli;

import io.arrears.audit.Checkpoint;
import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.batch.Nights;
import io.arrears.lender.StaleFeed;
import io.arrears.publish.BureauFile;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.SendingOrder;
import io.arrears.publish.WorklistCsv;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A published night in a few lines, read back from its manifest. */
final class Summary {

    private static final Map<FurnishCsv, String> LISTS = new EnumMap<>(Map.of(
            FurnishCsv.HELD, "records held",
            FurnishCsv.EXCLUDED, "accounts excluded",
            FurnishCsv.REJECTED, "records rejected",
            FurnishCsv.CORRECTIONS, "values corrected",
            FurnishCsv.DUE_ON_MONTH_END, "accounts due on the month's last day and unpaid",
            FurnishCsv.LEGAL_REVIEW, "records to be looked at before they are released",
            FurnishCsv.NOTICES_DUE, "people to be notified",
            FurnishCsv.DISPUTES_DUE, "disputes to be answered"));

    private static final List<String> WORKLISTS = List.of(WorklistCsv.WORKLIST.file(), WorklistCsv.WITHHELD.file());

    private Summary() {}

    static void print(Nights.Outcome night, PrintWriter out) {
        Manifest manifest = manifest(night);
        out.println(night.run() + " is published: " + night.folder());
        SendingOrder order =
                new SendingOrder(night.run().lender().bureaus(), night.run().generatedAt());
        List<FileEntry> files = manifest.files().stream()
                .sorted(Comparator.comparing(FileEntry::name, order))
                .toList();
        for (FileEntry file : files) {
            if (file.name().equals(DelinquencyCsv.FILE)) {
                out.printf(Locale.ROOT, "  %,d accounts listed%n", file.records());
                file.totals().forEach((key, value) -> printBucket(key, value, out));
            } else if (file.name().equals(ReviewCsv.FILE)) {
                out.printf(Locale.ROOT, "  %,d facts set aside for review (review.csv)%n", file.records());
            } else if (BureauFile.format(night.run().lender().bureaus(), file.name())
                    .isPresent()) {
                out.printf(Locale.ROOT, "  %,d records in %s%n", file.records(), file.name());
            }
        }
        for (Map.Entry<FurnishCsv, String> list : LISTS.entrySet()) {
            manifest.files().stream()
                    .filter(file -> file.name().equals(list.getKey().file()) && file.records() > 0)
                    .forEach(file -> printList(file, list.getValue(), out));
        }
        printWorklist(manifest, out);
        Manifest.SkippedMissed skipped = manifest.skippedMissed();
        if (skipped != null) {
            out.printf(
                    Locale.ROOT,
                    "  %,d due days before it are left out on purpose, %s to %s%n",
                    skipped.count(),
                    skipped.first(),
                    skipped.last());
        }
        printWithheld(night, out);
        if (manifest.previous() == null && !night.run().isReplay()) {
            printKey(night, out);
        }
        printUnknown(night, out);
    }

    /** Last of all, where cron's mail ends and people look: what the night did not know. */
    static void printUnknown(Nights.Outcome night, PrintWriter out) {
        if (!night.run().isReplay()) {
            printUnknownAttempts(night, out);
        }
        if (!night.stale().isEmpty()) {
            out.println(
                    "  STALE DATA: " + StaleFeed.told(night.stale())
                            + "; payments that did not come make payers look overdue: import them, and the next night mends it");
        }
    }

    private static void printUnknownAttempts(Nights.Outcome night, PrintWriter out) {
        try {
            UnknownAttemptsText.print(
                    night.folder(), night.run().lender().name(), night.run().asOf(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bureaus that were not told, and how they can be. */
    static void printWithheld(Nights.Outcome night, PrintWriter out) {
        night.withheld().forEach((bureau, files) -> {
            out.println(
                    "  KEPT BACK: nothing for " + bureau + " goes out, since its figures differ (reconciliation.csv,"
                            + " differences/); its files are in " + files);
            out.println("    the next night tells it all; to tell it before: 'arrears run --sequence --lender "
                    + night.run().lender().name() + " --as-of " + night.run().asOf()
                    + "', as it is with --accept R1, R2 or R6, --by ONE --by OTHER --reason WHY");
        });
    }

    /** What of that which two people would accept did differ; of the rest nothing is written. */
    static void printAccepted(Nights.Outcome night, Set<Identity> asked, PrintWriter out) {
        Acceptance accepted = night.run().accepted();
        for (Identity identity : new TreeSet<>(asked)) {
            if (accepted == null || !accepted.identities().contains(identity)) {
                out.println("  " + identity + " did not differ, so nothing of it is accepted and nothing written");
            } else if (!night.wasThereAlready()) {
                out.println("  " + identity + " differs, and is accepted by " + accepted.byOne() + " and "
                        + accepted.byTwo());
            }
        }
    }

    private static void printWorklist(Manifest manifest, PrintWriter out) {
        Map<String, Long> records = manifest.files().stream()
                .filter(file -> WORKLISTS.contains(file.name()))
                .collect(Collectors.toMap(FileEntry::name, FileEntry::records));
        if (records.size() == WORKLISTS.size()) {
            out.printf(
                    Locale.ROOT,
                    "  %,d to be contacted (%s), %,d withheld (%s)%n",
                    records.get(WORKLISTS.get(0)),
                    WORKLISTS.get(0),
                    records.get(WORKLISTS.get(1)),
                    WORKLISTS.get(1));
        }
    }

    private static void printList(FileEntry file, String what, PrintWriter out) {
        out.printf(Locale.ROOT, "  %,d %s (%s)%n", file.records(), what, file.name());
        String alarms = file.totals().get("alarm yes");
        if (alarms != null) {
            out.printf(Locale.ROOT, "    %,d of them for longer than max-hold-days%n", Long.parseLong(alarms));
        }
    }

    /** Once, on the lender's first night: a signature proves something only to who knows its key from elsewhere. */
    private static void printKey(Nights.Outcome night, PrintWriter out) {
        try {
            Checkpoint checkpoint =
                    Checkpoint.parse(Files.readAllBytes(night.folder().resolve(Checkpoint.FILE)));
            out.println("  signed by key " + checkpoint.key().id()
                    + "; keep a copy of keys/audit.pub, which lies beside out, on another host");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void printBucket(String key, String value, PrintWriter out) {
        if (key.startsWith("bucket ")) {
            out.printf(Locale.ROOT, "    %-4s %,9d%n", key.substring("bucket ".length()), Long.parseLong(value));
        }
    }

    private static Manifest manifest(Nights.Outcome night) {
        try {
            return Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
