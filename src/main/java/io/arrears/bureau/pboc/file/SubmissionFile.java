package io.arrears.bureau.pboc.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * The file of one submission: the header, then the records, one CRLF between each; UTF-8 bytes as the parts have them.
 *
 * <p>Written in constant memory, readable by its owner only from the first byte, and on disk when it is said to be there.
 * Its header stays blank until the records were counted again from the file, so that half a file never looks whole.
 */
public final class SubmissionFile {

    /** Whether a CRLF follows the last record; both are read, lenders' programs differ [U, pboc2-records.md Still open]. */
    public enum LastLineEnd {
        NONE,
        CRLF
    }

    static final String LINE_END = "\r\n";

    private static final Set<StandardOpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private SubmissionFile() {}

    /** Writes a share without a line end after its last record. */
    public static Path write(Path folder, Split.Share share, LocalDateTime generatedAt, List<Path> parts)
            throws IOException {
        return write(folder, share, generatedAt, parts, LastLineEnd.NONE);
    }

    /**
     * Writes the file of a share into a folder, in place of an older try; returns it, on disk.
     *
     * @param generatedAt the lender's local time, whole seconds, on the day of the name (F0000401)
     * @param parts all parts that were split, in the order of their counts
     * @throws IOException also when a part no longer has the records that were counted
     */
    public static Path write(
            Path folder, Split.Share share, LocalDateTime generatedAt, List<Path> parts, LastLineEnd lastLineEnd)
            throws IOException {
        FileName name = share.name();
        if (!generatedAt.toLocalDate().equals(name.date())) {
            throw new IllegalArgumentException("generated at " + generatedAt + ", but named for " + name.date());
        }
        Path target = folder.resolve(name.file());
        Files.deleteIfExists(target);
        try (FileChannel file = FileChannel.open(
                target, OPTIONS, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            write(file, " ".repeat(Header.LENGTH) + LINE_END);
            for (Split.Piece piece : share.pieces()) {
                copy(parts.get(piece.part()), piece, file);
            }
            long records = PartScan.records(target) - 1;
            if (records != share.records()) {
                throw new IOException(target + ": " + records + " records, though " + share.records()
                        + " were counted; a part was changed from outside");
            }
            if (lastLineEnd == LastLineEnd.NONE) {
                file.truncate(file.size() - LINE_END.length());
            }
            file.position(0);
            write(
                    file,
                    new Header(name.recordType(), name.segmentCode(), generatedAt, Math.toIntExact(records)).line());
            file.force(true);
        }
        return target;
    }

    private static void copy(Path part, Split.Piece piece, FileChannel file) throws IOException {
        PartScan.Bytes bytes = PartScan.bytes(part, piece);
        try (FileChannel source = FileChannel.open(part, StandardOpenOption.READ)) {
            long from = bytes.from();
            while (from < bytes.to()) {
                long moved = source.transferTo(from, bytes.to() - from, file);
                if (moved == 0) {
                    throw new IOException(part + ": became shorter while it was read");
                }
                from += moved;
            }
        }
    }

    private static void write(FileChannel file, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
