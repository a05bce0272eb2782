package io.arrears.cli;

import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.call.PublishedNight;
import io.arrears.publish.Csv;
import io.arrears.publish.Home;
import io.arrears.publish.WorklistCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Says in a line what a lender's newest published worklist has, and on which day it is called (L1). */
final class NewestWorklistText {

    private NewestWorklistText() {}

    /** Prints nothing of a lender of which no list is published. */
    static void print(Home home, String lender, Instant now, PrintWriter out) {
        try {
            PublishedNight night = PublishedNight.newest(home.out(lender));
            if (night != null && night.has(WorklistCsv.WORKLIST.file())) {
                out.println("  worklist of " + night.name() + ": " + told(night.folder(), now));
                UnknownAttemptsText.print(night.folder(), lender, night.asOf(), out);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | DateTimeException e) {
            out.println("  worklist: the newest night's cannot be read; 'arrears verify' shows what differs");
        }
    }

    private static String told(Path night, Instant now) throws IOException {
        Manifest manifest = Manifest.parse(Files.readAllBytes(night.resolve(Manifest.FILE)));
        long lines = records(manifest, WorklistCsv.WORKLIST);
        return String.format(
                Locale.ROOT,
                "%,d %s, %,d withheld%s",
                lines,
                lines == 1 ? "line" : "lines",
                records(manifest, WorklistCsv.WITHHELD),
                lines == 0 ? "" : ", " + called(night, now));
    }

    private static long records(Manifest manifest, WorklistCsv list) {
        return manifest.files().stream()
                .filter(file -> file.name().equals(list.file()))
                .mapToLong(FileEntry::records)
                .sum();
    }

    /** Lines have one calling day unless people's zones, or what was agreed with them, are far apart. */
    private static String called(Path night, Instant now) throws IOException {
        TreeSet<LocalDate> days = new TreeSet<>();
        boolean isOver = true;
        try (CSVParser rows =
                CSVParser.parse(night.resolve(WorklistCsv.WORKLIST.file()), StandardCharsets.UTF_8, Csv.READ)) {
            for (CSVRecord row : rows) {
                days.add(OffsetDateTime.parse(row.get("not_before")).toLocalDate());
                isOver &= !OffsetDateTime.parse(row.get("valid_until"))
                        .toInstant()
                        .isAfter(now);
            }
        }
        String on = days.first() + (days.size() == 1 ? "" : " to " + days.last());
        return "called on " + on + (isOver ? ", which is over: nobody is called by it" : "");
    }
}
