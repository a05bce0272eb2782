package io.arrears.bureau.pboc.answer;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.file.FileName;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's answer as a text: the file itself, or the one file in a {@code .txt.zip}, read where it lies. The records that it sends
 * back are personal, so no copy is made.
 */
public final class AnswerFile implements AutoCloseable {

    /** A million refused records of two thousand bytes each, in Base64, with their reasons. */
    private static final long MOST_BYTES = 4L << 30;

    private static final String ZIP = ".zip";
    private static final int BUFFER = 1 << 16;

    private final Path text;
    private final @Nullable FileSystem zip;

    private AnswerFile(Path text, @Nullable FileSystem zip) {
        this.text = text;
        this.zip = zip;
    }

    /**
     * Opens an answer.
     *
     * @throws Refused (4) when a zip holds another number of files than one, one of another name, damaged bytes, or more than four
     *     gigabytes
     */
    public static AnswerFile of(Path file) throws IOException {
        return of(file, MOST_BYTES);
    }

    static AnswerFile of(Path file, long mostBytes) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(FileName.ZIPPED_ENDING)) {
            return new AnswerFile(file, null);
        }
        String text = name.substring(0, name.length() - ZIP.length());
        // Java throws an argument's exception for an entry whose name is no text
        try {
            requireWhole(file, text, mostBytes);
            FileSystem zip = FileSystems.newFileSystem(file);
            return new AnswerFile(zip.getPath(text), zip);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw refused(file, "is torn or no zip as it is read here; ask the bureau for it again");
        }
    }

    private static void requireWhole(Path file, String text, long mostBytes) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() != 1) {
                throw refused(file, zip.size() == 0 ? "holds no file" : "holds more than one file");
            }
            ZipEntry entry = zip.entries().nextElement();
            if (!entry.getName().equals(text)) {
                throw refused(file, "does not hold the answer that it is named after");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                if (crc(in, file, mostBytes) != entry.getCrc()) {
                    throw new ZipException("another check sum");
                }
            }
        }
    }

    private static long crc(InputStream in, Path file, long mostBytes) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > mostBytes) {
                throw refused(file, "holds more than " + mostBytes + " bytes");
            }
            crc.update(buffer, 0, read);
        }
        return crc.getValue();
    }

    private static Refused refused(Path file, String reason) {
        return new Refused(ExitCode.REJECTED, file + " " + reason + "; nothing of this answer was taken");
    }

    /** The file to read. */
    public Path text() {
        return text;
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
