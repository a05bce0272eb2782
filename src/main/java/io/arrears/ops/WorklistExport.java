package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.Signatory;
import io.arrears.audit.Event;
import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.call.PublishedNight;
import io.arrears.call.Since;
import io.arrears.ladder.law.Channel;
import io.arrears.publish.Csv;
import io.arrears.publish.Draft;
import io.arrears.publish.Home;
import io.arrears.publish.WorklistCsv;
import io.arrears.store.AuditStore;
import io.arrears.store.contact.Addresses;
import io.arrears.store.contact.Addresses.Address;
import io.arrears.store.run.RunStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out the newest published list of a lender with names and phones, which stand nowhere else: in one file that its owner alone
 * may read, and that the audit trail knows by its digest. Lines that something since withholds, or whose day is over, are left out.
 */
public final class WorklistExport {

    private static final int LOT = 500;

    private final Home home;
    private final RunStore runs;
    private final Addresses addresses;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public WorklistExport(
            Home home,
            RunStore runs,
            Addresses addresses,
            AuditStore audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.home = home;
        this.runs = runs;
        this.addresses = addresses;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A file that was handed out: how many lines it has, and how many it leaves out. */
    public record Exported(Path file, String night, long lines, long leftOut) {}

    /**
     * The newest list of a lender.
     *
     * @throws Refused (2) when there is none, (3) when it is not the one that was published
     */
    public static Path newest(Home home, String lender) throws IOException {
        return night(home, lender).folder().resolve(WorklistCsv.WORKLIST.file());
    }

    private static PublishedNight night(Home home, String lender) throws IOException {
        PublishedNight night = PublishedNight.newest(home.out(lender));
        if (night == null || !night.has(WorklistCsv.WORKLIST.file())) {
            throw new Refused(
                    ExitCode.USAGE,
                    "--lender: "
                            + (night == null
                                    ? "nothing of this lender is published"
                                    : "the night " + night.name() + " has no list")
                            + " in " + home.out(lender));
        }
        return night;
    }

    /**
     * Writes the file, and says so in the audit trail before it has its name.
     *
     * @param target none for {@code exports/LENDER-NIGHT.csv} of the home
     * @throws Refused (2) when it is there already, or there is no list; (3) when the list is not the one that was published
     */
    public Exported export(String lender, Path target, Reason reason, Signatory by) throws IOException {
        PublishedNight night = night(home, lender);
        requirePublished(lender, night);
        try (Draft draft = Draft.of(target)) {
            long[] counts = write(lender, night, draft);
            Event event = Event.of(Event.What.WORKLIST_EXPORTED, clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .on(night.name())
                    .people(List.of(by.name()))
                    .reason(reason.text())
                    .counts(Map.of("lines", counts[0], "left_out", counts[1]))
                    .digests(Map.of(String.valueOf(target.getFileName()), draft.sha256()));
            transaction.executeWithoutResult(status -> audit.append(lender, event));
            draft.place();
            return new Exported(target, night.name(), counts[0], counts[1]);
        }
    }

    /** Where a file goes that nobody named a place for. */
    public static Path place(Home home, String lender) throws IOException {
        return home.begin("exports").resolve(lender + "-" + night(home, lender).name() + ".csv");
    }

    private void requirePublished(String lender, PublishedNight night) throws IOException {
        String file = WorklistCsv.WORKLIST.file();
        Manifest manifest = Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)));
        if (runs.published(lender, LocalDate.parse(manifest.asOf())).isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the database knows nothing of " + night.folder()
                            + "; check ARREARS_DB_URL, or whether the database of ARREARS_HOME is still there");
        }
        String said = manifest.files().stream()
                .filter(entry -> entry.name().equals(file))
                .map(FileEntry::sha256)
                .findFirst()
                .orElse("");
        if (!Sha256.of(night.folder().resolve(file)).equals(said)) {
            throw new Refused(
                    ExitCode.DIFFERENCE,
                    night.folder().resolve(file)
                            + " is not the one that was published; 'arrears verify' shows what differs");
        }
    }

    private long[] write(String lender, PublishedNight night, Draft draft) throws IOException {
        Instant now = clock.instant();
        long[] counts = {0, 0};
        Path list = night.folder().resolve(WorklistCsv.WORKLIST.file());
        try (Since since = Since.after(home.out(lender), night.cutoff());
                CSVParser parser = CSVParser.parse(list, StandardCharsets.UTF_8, Csv.READ)) {
            BufferedWriter writer =
                    new BufferedWriter(new OutputStreamWriter(draft.out(), StandardCharsets.UTF_8.newEncoder()));
            List<String> header = new ArrayList<>(parser.getHeaderNames());
            header.addAll(List.of("name", "phone"));
            writer.write(Csv.line(header));
            List<CSVRecord> lot = new ArrayList<>();
            for (CSVRecord line : parser) {
                boolean holds =
                        OffsetDateTime.parse(line.get("not_after")).toInstant().isAfter(now)
                                && since.withheld(reached(line)) == null;
                counts[holds ? 0 : 1]++;
                if (holds) {
                    lot.add(line);
                }
                if (lot.size() == LOT) {
                    write(lender, lot, writer);
                }
            }
            write(lender, lot, writer);
            writer.flush();
        }
        return counts;
    }

    private static Since.Line reached(CSVRecord line) {
        return new Since.Line(
                line.get("account_id"),
                line.get("borrower_id"),
                line.get("party"),
                line.get("party_id"),
                Channel.valueOf(line.get("channel")),
                OffsetDateTime.parse(line.get("not_before")).toLocalDate());
    }

    private void write(String lender, List<CSVRecord> lot, BufferedWriter writer) throws IOException {
        Map<String, Address> contacts = addresses.contacts(lender, ids(lot, true));
        Map<String, Address> borrowers = addresses.borrowers(ids(lot, false));
        for (CSVRecord line : lot) {
            Address address = (isContact(line) ? contacts : borrowers).getOrDefault(line.get("party_id"), Address.NONE);
            List<String> cells = new ArrayList<>(line.toList());
            cells.addAll(List.of(address.name(), address.phone()));
            writer.write(Csv.list(cells));
        }
        lot.clear();
    }

    private static List<String> ids(List<CSVRecord> lot, boolean contacts) {
        return lot.stream()
                .filter(line -> isContact(line) == contacts)
                .map(line -> line.get("party_id"))
                .distinct()
                .toList();
    }

    private static boolean isContact(CSVRecord line) {
        return line.get("party").equals("CONTACT");
    }
}
