package io.arrears.audit;

import io.arrears.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a file's bytes gives, in memory that does not grow with the file.
 *
 * @param records none where nothing says which lines are records
 * @param trouble why records and totals are not what the file's name promises; none when they are
 */
record Measured(
        long bytes,
        String sha256,
        @Nullable Long records,
        Map<String, String> totals,
        @Nullable String trouble) {

    /** Takes a file's bytes as they come and counts what they say. */
    interface Records {

        void take(byte[] bytes, int length);

        /** Behind the last byte: the records. */
        long end();

        default Map<String, String> totals() {
            return Map.of();
        }

        default @Nullable String trouble() {
            return null;
        }
    }

    /** Reads a file once. */
    static Measured of(Path file, String name, @Nullable Integer otherLines) throws IOException {
        Records records = records(name, otherLines);
        MessageDigest sha256 = Sha256.digest();
        long length = 0;
        try (InputStream in = PlainFile.open(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
                if (records != null) {
                    records.take(buffer, n);
                }
                length += n;
            }
        }
        String digest = Sha256.hex(sha256.digest());
        return records == null
                ? new Measured(length, digest, null, Map.of(), null)
                : new Measured(length, digest, records.end(), records.totals(), records.trouble());
    }

    private static @Nullable Records records(String name, @Nullable Integer otherLines) {
        if (name.endsWith(".csv")) {
            return new CsvRecords();
        } else if (name.equals(Manifest.TRAIL)) {
            return new LineRecords(0);
        }
        return otherLines == null ? null : new LineRecords(otherLines);
    }
}
