package io.arrears.report;

import io.arrears.Sha256;
import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.audit.SignedFolders;
import io.arrears.furnish.WaitingFiles;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.publish.Csv;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.Traits;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A lender's published folders, put together by hand, each with the report that the program makes of it. */
final class Shelf {

    final Path root;
    final Path out;
    final Lender lender;
    private final Map<String, String> manifests = new TreeMap<>();
    private int runs;
    private String previous;

    /** @param policy lines of the lender's file besides its name */
    Shelf(Path root, String... policy) {
        this.root = root;
        this.out = root.resolve("out").resolve("north");
        try {
            Path lenders = Files.createDirectories(root.resolve("jobs").resolve("lenders"));
            Files.copy(Path.of("jobs", "lenders", "common.yaml"), lenders.resolve("common.yaml"));
            Path law = Files.createDirectories(root.resolve("jobs").resolve("law"));
            Files.copy(Path.of("jobs", "law", "cn.yaml"), law.resolve("cn.yaml"));
            String file = "include: common.yaml\nlender: north\n" + String.join("\n", policy) + "\n";
            Files.writeString(lenders.resolve("north.yaml"), file);
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lender = LenderFile.load(root.resolve("jobs"), "north");
    }

    Draft night(String asOf) {
        return new Draft(LocalDate.parse(asOf));
    }

    /** One night before it is published. */
    final class Draft {

        private final LocalDate asOf;
        private final long run = ++runs;
        private final WorkFolder work = new WorkFolder(root.resolve("work").resolve(Long.toString(runs)));
        private final Map<String, String> rows = new TreeMap<>();
        private final Map<String, String> traits = new TreeMap<>();
        private final List<Manifest.Input> inputs = new ArrayList<>();
        private final List<WaitingFiles> waiting = new ArrayList<>();
        private int restarts;

        private Draft(LocalDate asOf) {
            this.asOf = asOf;
        }

        /** An account that is up to date. */
        Draft current(String account, String currency, String opened) {
            return account(account, currency, opened, "OPEN", 0, "M0", "0.00", "0.00");
        }

        /** @param principal overdue, all of it as old as the account's DPD; there is as much interest as said */
        Draft account(
                String account,
                String currency,
                String opened,
                String status,
                int dpd,
                String bucket,
                String principal,
                String interest) {
            Map<DelinquencyCsv, String> row = new TreeMap<>();
            for (DelinquencyCsv column : DelinquencyCsv.values()) {
                row.put(column, column.name().matches("(OVERDUE|PRINCIPAL)_.*|BALANCE|UNALLOCATED") ? "0.00" : "");
            }
            row.put(DelinquencyCsv.ACCOUNT_ID, account);
            row.put(DelinquencyCsv.STATUS, status);
            row.put(DelinquencyCsv.REPORTED_DPD, Integer.toString(dpd));
            row.put(DelinquencyCsv.BUCKET, bucket);
            row.put(DelinquencyCsv.OVERDUE_PRINCIPAL, principal);
            row.put(DelinquencyCsv.OVERDUE_INTEREST, interest);
            row.put(
                    DelinquencyCsv.OVERDUE_TOTAL,
                    new java.math.BigDecimal(principal)
                            .add(new java.math.BigDecimal(interest))
                            .toPlainString());
            row.put(dpd > 30 ? DelinquencyCsv.PRINCIPAL_31_60 : DelinquencyCsv.PRINCIPAL_1_30, principal);
            row.put(DelinquencyCsv.BALANCE, "1000.00");
            rows.put(account, Csv.line(List.copyOf(row.values())));
            return opened(account, currency, opened, dpd > 0);
        }

        /** An account without a row: it was closed long ago. */
        Draft closedLongAgo(String account, String currency, String opened) {
            return opened(account, currency, opened, false);
        }

        private Draft opened(String account, String currency, String opened, boolean firstUnpaid) {
            traits.put(account, Csv.line(List.of(account, currency, opened, firstUnpaid ? "1" : "0")));
            return this;
        }

        Draft file(String name, String... lines) {
            work.bureau("");
            writing(() -> work.write(name, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        Draft input(Manifest.Input input) {
            inputs.add(input);
            return this;
        }

        Draft waiting(WaitingFiles files) {
            waiting.add(files);
            return this;
        }

        Draft restarted() {
            restarts++;
            return this;
        }

        /** Writes the report and publishes all of it as the night's folder; returns the page. */
        String publish() {
            return publishAs(asOf.toString());
        }

        String publishAs(String folder) {
            return publishedAs(folder, report());
        }

        private String publishedAs(String folder, String page) {
            writing(() -> {
                byte[] manifest = manifest().bytes();
                work.write(Manifest.FILE, manifest);
                manifests.put(folder, Sha256.of(manifest));
                Files.move(work.out(), out.resolve(folder));
            });
            previous = folder;
            return page;
        }

        private Manifest manifest() throws IOException {
            List<FileEntry> files = new ArrayList<>();
            for (String file : work.files()) {
                files.add(FileEntry.of(work.out(), file));
            }
            return new Manifest(
                    Manifest.FORMAT,
                    "north",
                    asOf.toString(),
                    1,
                    run,
                    "",
                    "",
                    "",
                    "",
                    false,
                    restarts,
                    inputs,
                    files,
                    null,
                    null,
                    null,
                    null);
        }

        /** Writes the report, and publishes nothing. */
        String report() {
            file(DelinquencyCsv.FILE, (DelinquencyCsv.header() + String.join("", rows.values())).stripTrailing());
            writing(() -> {
                Path parts = Files.createDirectories(work.root().resolve("parts"));
                List<String> lines = List.copyOf(traits.values());
                int half = lines.size() / 2;
                Files.writeString(parts.resolve(Traits.PART + ".00000"), String.join("", lines.subList(0, half)));
                Files.writeString(
                        parts.resolve(Traits.PART + ".00001"), String.join("", lines.subList(half, lines.size())));
                Report.write(night());
            });
            return text(Report.FILE);
        }

        /** Publishes so many made-up accounts, which are never in memory together; returns the page. */
        String publishMany(int accounts) {
            work.bureau("");
            writing(() -> {
                ManyAccounts.write(accounts, work);
                Report.write(night());
            });
            return publishedAs(asOf.toString(), text(Report.FILE));
        }

        Night night() {
            Instant cutoff = asOf.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC);
            Run of = new Run(
                    run,
                    lender,
                    asOf,
                    1,
                    Run.State.STARTED,
                    cutoff,
                    cutoff,
                    null,
                    cutoff,
                    "1",
                    run == 1,
                    null,
                    restarts,
                    null,
                    null,
                    Set.of(),
                    null,
                    null,
                    null);
            return new Night(of, "0.1.0", work, signed(), previous, inputs, waiting, List.of());
        }

        String text(String file) {
            return Shelf.text(work.out().resolve(file));
        }
    }

    SignedFolders signed() {
        return new SignedFolders(out, manifests);
    }

    String text(String folder, String file) {
        return text(out.resolve(folder).resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void writing(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
