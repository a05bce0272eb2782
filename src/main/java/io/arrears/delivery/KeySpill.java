package io.arrears.delivery;

import io.arrears.publish.Home;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Finds keys that stand twice in one file of any size, in bounded memory.
 *
 * <p>Each row leaves 32 bytes (half a SHA-256 of the key, eight bytes of its content's digest, its ordinal) in one of
 * up to 256 files, chosen by the key's hash; then each file alone fits in memory.
 */
final class KeySpill implements Closeable {

    private static final int RECORD = 32;
    private static final int MOST_PARTS = 256;

    /** Rows that one part should hold, at a shortest row of 20 bytes. */
    private static final long BYTES_A_PART = 20L * 250_000;

    private final Path folder;
    private final DataOutputStream[] parts;
    private final MessageDigest sha256;

    KeySpill(Path folder, long fileBytes) {
        this.folder = Home.folder(folder);
        this.parts = new DataOutputStream[(int) Math.min(MOST_PARTS, 1 + fileBytes / BYTES_A_PART)];
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < parts.length; i++) {
                parts[i] = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(Home.file(part(i))), 1 << 14));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the import's spool", e);
        }
    }

    void add(String key, byte[] content, long ordinal) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong();
        DataOutputStream part = parts[(int) Long.remainderUnsigned(high, parts.length)];
        try {
            part.writeLong(high);
            part.writeLong(hash.getLong());
            part.writeLong(ByteBuffer.wrap(content).getLong());
            part.writeLong(ordinal);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the import's spool; is the disk full?", e);
        }
    }

    /** Marks every row whose key stands twice; false when there is none. */
    boolean mark(Repeats repeats) {
        boolean any = false;
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i].close();
                any |= markPart(part(i), repeats);
                Files.delete(part(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the import's spool", e);
        }
        return any;
    }

    private static boolean markPart(Path part, Repeats repeats) throws IOException {
        long rows = Files.size(part) / RECORD;
        KeyTable table = new KeyTable(rows);
        try (DataInputStream in = open(part)) {
            for (long i = 0; i < rows; i++) {
                table.add(in.readLong(), in.readLong(), in.readLong(), in.readLong());
            }
        }
        if (!table.hasRepeats()) {
            return false;
        }
        try (DataInputStream in = open(part)) {
            for (long i = 0; i < rows; i++) {
                int slot = table.slot(in.readLong(), in.readLong());
                in.readLong();
                long ordinal = in.readLong();
                if (table.conflicts(slot)) {
                    repeats.mark(ordinal, Repeats.Verdict.CONFLICTING);
                } else if (table.first(slot) != ordinal) {
                    repeats.mark(ordinal, Repeats.Verdict.REPEATED);
                }
            }
        }
        return true;
    }

    private static DataInputStream open(Path part) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(part), 1 << 16));
    }

    private Path part(int i) {
        return folder.resolve(Integer.toString(i));
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream part : parts) {
            part.close();
        }
        ImportFolder.remove(folder);
    }
}
