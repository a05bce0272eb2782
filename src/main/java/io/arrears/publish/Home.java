package io.arrears.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder Arrears keeps everything in: {@code out}, {@code work}, {@code imports}, {@code locks}, {@code db}.
 *
 * <p>It holds personal data, so every folder is 0700 and every file 0600 from its first byte, whatever the umask.
 */
public record Home(Path root) {

    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    /** {@code out/<lender>}: the published folders of one lender. */
    public Path out(String lender) {
        return root.resolve("out").resolve(lender);
    }

    /** {@code work/<lender>/<run>}: what a run writes before it is published, on the same file system. */
    public Path work(String lender, long run) {
        return root.resolve("work").resolve(lender).resolve(Long.toString(run));
    }

    /** {@code imports/<id>}: what an import says of itself. */
    public Path importFolder(long id) {
        return root.resolve("imports").resolve(Long.toString(id));
    }

    public Path lock(String lender) {
        return root.resolve("locks").resolve(lender.replace('/', '.') + ".lock");
    }

    public Path database() {
        return root.resolve("db").resolve("arrears");
    }

    /** Makes the folder and those above it that are missing, each 0700. */
    public static Path folder(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                return folder;
            }
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                folder(parent);
            }
            return Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
        } catch (FileAlreadyExistsException e) {
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /** Makes the file 0600 and empty unless it exists; returns it. */
    public static Path file(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            folder(parent);
        }
        try {
            return Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE));
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }
}
