package io.arrears.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
    private static final int LONGEST_DIRECTORY = 1 << 16;

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
            out.write(local(entry));
            out.write(name.getBytes(StandardCharsets.US_ASCII));
            Files.copy(folder.resolve(name), out);
            entries.add(entry);
            at = Math.addExact(Math.addExact(at, LOCAL_BYTES + name.length()), entry.bytes());
        }
        out.write(directory(entries, at));
    }

    private static byte[] local(Entry entry) {
        byte[] head = new byte[LOCAL_BYTES];
        described(fields(head).putInt(LOCAL), entry);
        return head;
    }

    /** What stands behind the files, which end here. */
    private static byte[] directory(List<Entry> entries, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            byte[] head = new byte[CENTRAL_BYTES];
            ByteBuffer fields = fields(head).putInt(CENTRAL).putShort(UNIX);
            described(fields, entry);
            fields.putShort((short) 0).putShort((short) 0).putShort((short) 0); // no comment, first disk, no text
            fields.putInt(OWNER_ONLY).putInt(entry.at());
            out.writeBytes(head);
            out.writeBytes(entry.name().getBytes(StandardCharsets.US_ASCII));
        }
        int central = out.size();
        byte[] end = new byte[END_BYTES];
        ByteBuffer fields = fields(end).putInt(END).putInt(0);
        fields.putShort((short) entries.size()).putShort((short) entries.size());
        fields.putInt(central).putInt(at);
        out.writeBytes(end);
        return out.toByteArray();
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
        try (InputStream in = Files.newInputStream(file)) {
            return crc(in, Files.size(file));
        }
    }

    private static int crc(InputStream in, long bytes) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        for (long left = bytes; left > 0; ) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            crc.update(buffer, 0, n);
            left -= n;
        }
        return (int) crc.getValue();
    }

    /** Whether its files can be read where they lie; what is not as it is written here is named. */
    static boolean isReadable(Path zip, Findings findings) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean isAsWritten = true;
        boolean isWhole;
        byte[] behind;
        int at = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(PlainFile.open(zip)))) {
            long left = Files.size(zip);
            int signature = next(in);
            for (; signature == LOCAL; signature = next(in)) {
                byte[] bytes = new byte[LOCAL_BYTES];
                ByteBuffer head = fields(bytes).putInt(LOCAL);
                in.readFully(bytes, Integer.BYTES, LOCAL_BYTES - Integer.BYTES);
                int named = head.getShort(26) & 0xffff;
                int more = head.getShort(28) & 0xffff;
                long length = head.getInt(18) & 0xffffffffL;
                String name = new String(read(in, named), StandardCharsets.UTF_8);
                read(in, more);
                String wrong = wrong(name, head, length, left, names);
                if (wrong != null) {
                    findings.differs("'" + name + "': " + wrong);
                    return false;
                }
                Entry entry = new Entry(name, head.getInt(14), (int) length, at);
                entries.add(entry);
                isAsWritten &= crc(in, length) == entry.crc() && Arrays.equals(bytes, local(entry));
                at = Math.addExact(at, LOCAL_BYTES + named + more + entry.bytes());
            }
            byte[] rest = in.readNBytes(LONGEST_DIRECTORY);
            isWhole = in.read() < 0;
            behind = fields(new byte[Integer.BYTES + rest.length])
                    .putInt(signature)
                    .put(rest)
                    .array();
        } catch (EOFException e) {
            findings.differs("the zip: ends before its files do");
            return false;
        }
        isAsWritten &= isWhole && Arrays.equals(behind, directory(entries, at));
        if (!isAsWritten) {
            findings.differs("the zip: holds something beside its files, or is not written as a pack is");
        }
        return isAsWritten || (isWhole && leads(fields(behind), entries, at));
    }

    /** Whether a directory that another program wrote leads to these files and to nothing else. */
    private static boolean leads(ByteBuffer directory, List<Entry> entries, int at) {
        int from = 0;
        for (Entry entry : entries) {
            if (directory.limit() - from < CENTRAL_BYTES + entry.name().length()) {
                return false;
            }
            byte[] name = new byte[entry.name().length()];
            directory.get(from + CENTRAL_BYTES, name);
            if (directory.getInt(from) != CENTRAL
                    || (directory.getShort(from + 8) & ENCRYPTED_OR_LENGTH_BEHIND) != 0
                    || directory.getShort(from + 10) != 0
                    || directory.getInt(from + 20) != entry.bytes()
                    || directory.getInt(from + 24) != entry.bytes()
                    || directory.getShort(from + 28) != name.length
                    || directory.getInt(from + 42) != entry.at()
                    || !entry.name().equals(new String(name, StandardCharsets.US_ASCII))) {
                return false;
            }
            int more = directory.getShort(from + 30) & 0xffff;
            int comment = directory.getShort(from + 32) & 0xffff;
            from += CENTRAL_BYTES + name.length + more + comment;
        }
        return directory.limit() - from == END_BYTES
                && directory.getInt(from) == END
                && directory.getShort(from + 10) == entries.size()
                && directory.getInt(from + 12) == from
                && directory.getInt(from + 16) == at;
    }

    private static @Nullable String wrong(String name, ByteBuffer head, long bytes, long left, Set<String> names) {
        if (!NAME.matcher(name).matches()) {
            return "is no name that a pack has";
        } else if (head.getShort(8) != 0 || (head.getShort(6) & ENCRYPTED_OR_LENGTH_BEHIND) != 0) {
            return "is compressed or encrypted, which nothing in a pack is";
        } else if (bytes > Math.min(left, Integer.MAX_VALUE)) {
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
}
