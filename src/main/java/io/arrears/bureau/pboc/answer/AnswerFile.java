package io.arrears.bureau.pboc.answer;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.file.FileName;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's answer as a text: the file itself, or the one file in a {@code .txt.zip}, unpacked into a folder of its own that
 * only its owner may read and that goes when this is closed.
 */
public final class AnswerFile implements AutoCloseable {

    /** A million refused records of two thousand bytes each, in Base64, with their reasons. */
    private static final long MOST_BYTES = 4L << 30;

    private static final String ZIP = ".zip";
    private static final int BUFFER = 1 << 16;

    private final Path text;
    private final @Nullable Path folder;

    private AnswerFile(Path text, @Nullable Path folder) {
        this.text = text;
        this.folder = folder;
    }

    /**
     * Opens an answer.
     *
     * @throws Refused (4) when a zip holds another number of files than one, one of another name, or more than four gigabytes
     */
    public static AnswerFile of(Path file) throws IOException {
        return of(file, MOST_BYTES);
    }

    static AnswerFile of(Path file, long mostBytes) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(FileName.ZIPPED_ENDING)) {
            return new AnswerFile(file, null);
        }
        Path folder = Files.createTempDirectory("answer");
        AnswerFile unpacked = new AnswerFile(folder.resolve(name.substring(0, name.length() - ZIP.length())), folder);
        try {
            unpacked.unpack(file, mostBytes);
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private void unpack(Path file, long mostBytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file));
                OutputStream out = Files.newOutputStream(text)) {
            requireNamed(file, next(zip, file));
            copy(zip, file, out, mostBytes);
            if (next(zip, file) != null) {
                throw refused(file, "holds more than one file");
            }
        }
    }

    private void requireNamed(Path file, @Nullable ZipEntry entry) {
        if (entry == null) {
            throw refused(file, "is no zip, or holds no file");
        }
        if (!entry.getName().equals(String.valueOf(text.getFileName()))) {
            throw refused(file, "does not hold the answer that it is named after");
        }
    }

    /** Java throws an argument's exception for an entry whose name is no text. */
    private static @Nullable ZipEntry next(ZipInputStream zip, Path file) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw torn(file);
        }
    }

    private static void copy(ZipInputStream zip, Path file, OutputStream out, long mostBytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = read(zip, buffer, file); read >= 0; read = read(zip, buffer, file)) {
            copied += read;
            if (copied > mostBytes) {
                throw refused(file, "holds more than " + mostBytes + " bytes");
            }
            out.write(buffer, 0, read);
        }
    }

    private static int read(ZipInputStream zip, byte[] buffer, Path file) throws IOException {
        try {
            return zip.read(buffer);
        } catch (ZipException | EOFException e) {
            throw torn(file);
        }
    }

    private static Refused torn(Path file) {
        return refused(file, "is torn or no zip as it is read here; ask the bureau for it again");
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
        if (folder != null) {
            Files.deleteIfExists(text);
            Files.deleteIfExists(folder);
        }
    }
}
