package io.arrears.audit;

import io.arrears.Sha256;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A zip as this program writes it: each file uncompressed behind the one before, all of one time. The same files give the same bytes on
 * every machine, and none is longer than the zip, whatever a forger writes into it.
 */
public final class StoredZip {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 10;
    private static final short UNIX = 0x031E;
    private static final int OWNER_ONLY = 0x81800000; // -rw-------
    private static final short FIRST_OF_1980 = 0x0021;
    private static final int ENCRYPTED_OR_LENGTH_BEHIND = 0x0009;
    private static final int MOST = 100;

    /** No other name is ever written. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private StoredZip() {}

    private record Entry(String name, int crc, int bytes, int at) {}

    /** Writes files of a folder in this order. */
    public static void write(Path folder, List<String> names, OutputStream out) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        for (String name : names) {
            Entry entry =
                    new Entry(name, crc(folder.resolve(name)), Math.toIntExact(Files.size(folder.resolve(name))), at);
            byte[] head = new byte[LOCAL_BYTES];
            described(fields(head).putInt(LOCAL), entry);
            out.write(head);
            out.write(name.getBytes(StandardCharsets.US_ASCII));
            Files.copy(folder.resolve(name), out);
            entries.add(entry);
            at = Math.addExact(Math.addExact(at, LOCAL_BYTES + name.length()), entry.bytes());
        }
        int central = 0;
        for (Entry entry : entries) {
            byte[] head = new byte[CENTRAL_BYTES];
            ByteBuffer fields = fields(head).putInt(CENTRAL).putShort(UNIX);
            described(fields, entry);
            fields.putShort((short) 0).putShort((short) 0).putShort((short) 0); // no comment, first disk, no text
            fields.putInt(OWNER_ONLY).putInt(entry.at());
            out.write(head);
            out.write(entry.name().getBytes(StandardCharsets.US_ASCII));
            central += CENTRAL_BYTES + entry.name().length();
        }
        byte[] end = new byte[END_BYTES];
        ByteBuffer fields = fields(end).putInt(END).putInt(0);
        fields.putShort((short) entries.size()).putShort((short) entries.size());
        fields.putInt(central).putInt(at);
        out.write(end);
    }

    private static void described(ByteBuffer head, Entry entry) {
        head.putShort(VERSION).putShort((short) 0).putShort((short) 0); // plain, stored
        head.putShort((short) 0).putShort(FIRST_OF_1980).putInt(entry.crc());
        head.putInt(entry.bytes()).putInt(entry.bytes());
        head.putShort((short) entry.name().length()).putShort((short) 0);
    }

    private static ByteBuffer fields(byte[] header) {
        return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        }
        return (int) crc.getValue();
    }

    /** Takes the files out into an empty folder; what is not as it is written here is named, and no byte lands anywhere else. */
    static void extract(Path zip, Path folder, Findings findings) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (DataInputStream in = new DataInputStream(PlainFile.open(zip))) {
            long left = Files.size(zip);
            for (int signature = next(in); signature == LOCAL; signature = next(in)) {
                ByteBuffer head = fields(read(in, LOCAL_BYTES - Integer.BYTES));
                String name = new String(read(in, head.getShort(22) & 0xffff), StandardCharsets.UTF_8);
                read(in, head.getShort(24) & 0xffff);
                long bytes = head.getInt(14) & 0xffffffffL;
                String wrong = wrong(name, head, bytes, left, names);
                if (wrong != null) {
                    findings.differs("'" + name + "': " + wrong);
                    return;
                }
                copy(in, bytes, folder.resolve(name));
            }
        } catch (EOFException e) {
            findings.differs("the zip: ends before its files do");
            return;
        }
        try (DigestOutputStream same = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest())) {
            write(folder, List.copyOf(names), same);
            try (InputStream in = PlainFile.open(zip)) {
                if (!Sha256.hex(same.getMessageDigest().digest()).equals(Sha256.of(in))) {
                    findings.differs("the zip: holds something beside its files, or is not written as a pack is");
                }
            }
        }
    }

    private static @Nullable String wrong(String name, ByteBuffer head, long bytes, long left, Set<String> names) {
        if (!NAME.matcher(name).matches()) {
            return "is no name that a pack has";
        } else if (head.getShort(4) != 0 || (head.getShort(2) & ENCRYPTED_OR_LENGTH_BEHIND) != 0) {
            return "is compressed or encrypted, which nothing in a pack is";
        } else if (bytes > left) {
            return "says that it is longer than the zip that holds it";
        } else if (names.size() == MOST) {
            return "is one file more than any pack has";
        }
        return names.add(name) ? null : "stands in the zip twice";
    }

    private static int next(DataInputStream in) throws IOException {
        return Integer.reverseBytes(in.readInt());
    }

    private static byte[] read(DataInputStream in, int bytes) throws IOException {
        byte[] read = new byte[bytes];
        in.readFully(read);
        return read;
    }

    private static void copy(DataInputStream in, long bytes, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (long left = bytes; left > 0; ) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new EOFException();
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }
}
