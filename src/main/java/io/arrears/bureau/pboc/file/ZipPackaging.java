package io.arrears.bureau.pboc.file;

import io.arrears.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** One entry, the plain file under its own name, always with the same time and the same level. */
final class ZipPackaging implements Packaging {

    static final String ENDING = ".zip";

    /** For January 1980, the earliest time of a zip, Java would add a second one that depends on the machine's zone. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int LEVEL = Deflater.BEST_COMPRESSION;

    @Override
    public Path pack(Path text) throws IOException {
        String name = String.valueOf(text.getFileName());
        if (!name.endsWith(FileName.ENDING)) {
            throw new IllegalArgumentException("not a plain file " + FileName.ENDING + ": " + name);
        }
        Path target = text.resolveSibling(name + ENDING);
        Files.deleteIfExists(target);
        try (FileChannel file = FileChannel.open(
                        target,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(LEVEL);
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ENTRY_TIME);
            zip.putNextEntry(entry);
            Files.copy(text, zip);
            zip.closeEntry();
            zip.finish();
            file.force(true);
        }
        return target;
    }

    static boolean holds(Path packed, Path plain) throws IOException {
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            ZipEntry entry = zip.getEntry(String.valueOf(plain.getFileName()));
            if (zip.size() != 1 || entry == null || !Files.isRegularFile(plain)) {
                return false;
            }
            try (InputStream bytes = zip.getInputStream(entry)) {
                return Sha256.of(bytes).equals(Sha256.of(plain));
            }
        } catch (ZipException | EOFException e) {
            return false;
        }
    }
}
