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
 * @param trouble why records and totals are not what the file's name promises; none when they are
 */
record Measured(
        long bytes,
        String sha256,
        long records,
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
    static Measured of(Path file, String name) throws IOException {
        Records records = name.endsWith(".csv") ? new CsvRecords() : new LineRecords(name);
        MessageDigest sha256 = Sha256.digest();
        long length = 0;
        try (InputStream in = PlainFile.open(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
                records.take(buffer, n);
                length += n;
            }
        }
        long counted = records.end();
        return new Measured(length, Sha256.hex(sha256.digest()), counted, records.totals(), records.trouble());
    }
}
