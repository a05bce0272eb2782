package io.arrears.bureau.pboc.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the records of a part end: one pass over its bytes, each record ended by CRLF. */
final class PartScan implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long read;
    private boolean afterReturn;

    /** The bytes of some records in a row, with the CRLF of each. */
    record Bytes(long from, long to) {}

    private PartScan(Path part) throws IOException {
        in = Files.newInputStream(part);
    }

    /** The records of a part; a torn last one is an {@link IOException}, since it would be lost in silence. */
    static long records(Path part) throws IOException {
        try (PartScan scan = new PartScan(part)) {
            long records = 0;
            long last = 0;
            for (long end = scan.nextEnd(); end >= 0; end = scan.nextEnd()) {
                records++;
                last = end;
            }
            if (last != scan.read) {
                throw new IOException(part + ": the last record has no line end; the part is torn");
            }
            return records;
        }
    }

    /** Where the records of a piece stand in their part. */
    static Bytes bytes(Path part, Split.Piece piece) throws IOException {
        try (PartScan scan = new PartScan(part)) {
            long start = scan.skip(part, piece.from(), 0);
            return new Bytes(start, scan.skip(part, piece.records(), start));
        }
    }

    private long skip(Path part, long records, long start) throws IOException {
        long end = start;
        for (long i = 0; i < records; i++) {
            end = nextEnd();
            if (end < 0) {
                throw new IOException(part + ": has fewer records than were counted; it was changed from outside");
            }
        }
        return end;
    }

    /** The byte after the next CRLF; -1 when there is none. */
    private long nextEnd() throws IOException {
        while (true) {
            while (at < filled) {
                byte b = buffer[at++];
                boolean ends = b == '\n' && afterReturn;
                afterReturn = b == '\r';
                if (ends) {
                    return read - filled + at;
                }
            }
            filled = in.read(buffer);
            at = 0;
            if (filled < 0) {
                filled = 0;
                return -1;
            }
            read += filled;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
