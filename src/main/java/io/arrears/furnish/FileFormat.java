package io.arrears.furnish;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bureau's files: their kinds, names and shares, their bytes, and how they are read back. */
public interface FileFormat {

    /** Its record types in the order in which their files are sent, of at most three characters each. */
    List<String> kinds();

    /** What the names of all files of a kind and day begin with, before their serials. */
    String prefix(String kind, Instant generatedAt);

    /**
     * Shares the records of a kind out to files; computed from the counts alone, so that names are taken before anything is written.
     *
     * @param firstSerial of the first file; the others take those after it
     * @param counts the records of each part, in order
     */
    List<Submission> plan(String kind, Instant generatedAt, int firstSerial, List<Long> counts);

    /**
     * Writes a planned file into a folder, in place of an older try; the same parts give the same bytes.
     *
     * @return what lies in the folder then, on disk: the file, and what it is packed in
     */
    List<Path> write(Path folder, Submission file, Instant generatedAt, RecordParts parts) throws IOException;

    /** Reads a file as its bytes have it, be it whole or not. */
    Reading read(Path file) throws IOException;

    /** What the file that is read is called behind its submission's name: {@code .txt}; what it is packed in is called otherwise. */
    String ending();

    /** The lines that stand before a file's first record. */
    int linesBefore();

    /** The lines that stand behind a file's last record. */
    default int linesBehind() {
        return 0;
    }

    /** What a packed file is called apart from the plain one beside it: {@code .zip}; none where nothing is packed. */
    default @Nullable String packedEnding() {
        return null;
    }

    /** Whether a packed file holds these plain bytes and nothing else; one whose bytes are damaged holds nothing. */
    default boolean holds(Path packed, Path plain) throws IOException {
        return false;
    }

    /** The records of a file, one at a time, and what the file states of them. */
    interface Reading extends Closeable {

        /** The next record; none behind the last. */
        @Nullable
        Line next() throws IOException;

        /** What the file states of itself, and the same counted; of a file that was read to its end. */
        List<Total> totals();

        @Override
        void close() throws IOException;
    }

    /**
     * A record's line.
     *
     * @param number in its file, from 1
     * @param digest SHA-256 of its bytes without their end, in hex
     * @param overdue what it says is overdue, in the bureau's units; none where it says nothing of it
     */
    record Line(long number, String digest, @Nullable BigDecimal overdue) {}

    /**
     * A control total.
     *
     * @param name {@code header}, {@code trailer balance}
     * @param statedIn words for where it is stated
     * @param countedAs words for what was counted
     */
    record Total(String name, BigDecimal stated, BigDecimal counted, String statedIn, String countedAs) {}
}
