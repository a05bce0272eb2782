package io.arrears.publish;

import io.arrears.ExitCode;
import io.arrears.Refused;
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

    /** Where the embedded database lies. */
    public static final String DATABASE = "db";

    /** Where a file a lender says that somebody is at work. */
    public static final String LOCKS = "locks";

    private static final String FULL = "No space left on device";

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
        return root.resolve(LOCKS).resolve(lender.replace('/', '.') + ".lock");
    }

    public Path database() {
        return root.resolve(DATABASE).resolve("arrears");
    }

    /**
     * Makes a folder of the home before a command begins, where what stands in the way is somebody's mistake.
     *
     * @throws Refused (2) unless it is a folder that this user may write in; a full disk is trouble of another kind
     */
    public Path begin(String name) {
        try {
            Path folder = folder(root.resolve(name));
            if (!Files.isDirectory(folder)) {
                throw unusable(folder + " is no folder");
            }
            if (!Files.isWritable(folder)) {
                throw unusable(folder + " may not be written in by this user");
            }
            return folder;
        } catch (UncheckedIOException e) {
            String why = String.valueOf(e.getCause());
            if (why.contains(FULL)) {
                throw e;
            }
            throw unusable(root.resolve(name) + " cannot be made");
        }
    }

    private Refused unusable(String why) {
        return new Refused(
                ExitCode.USAGE,
                "ARREARS_HOME: " + root + " cannot be used: " + why
                        + "; name a folder that this user may make or write in");
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
