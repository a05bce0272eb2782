package io.arrears.cli;

import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.batch.Nights;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.ReviewCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;

/** A published night in a few lines, read back from its manifest. */
final class Summary {

    private Summary() {}

    static void print(Nights.Outcome night, PrintWriter out) {
        Manifest manifest = manifest(night);
        out.println(night.run() + " is published: " + night.folder());
        for (FileEntry file : manifest.files()) {
            if (file.name().equals(DelinquencyCsv.FILE)) {
                out.printf(Locale.ROOT, "  %,d accounts listed%n", file.records());
                file.totals().forEach((key, value) -> printBucket(key, value, out));
            } else if (file.name().equals(ReviewCsv.FILE)) {
                out.printf(Locale.ROOT, "  %,d facts set aside for review (review.csv)%n", file.records());
            }
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
