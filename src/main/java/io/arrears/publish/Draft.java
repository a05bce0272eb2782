package io.arrears.publish;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * A file that a command hands out, until it is whole: it lies beside its place under a name that nobody else has, is its owner's
 * alone (0600), and takes its place only where no file is.
 *
 * <p>It has personal data in it, so it goes when it is closed without having taken its place; and what a killed command left of one
 * goes before the next in that folder is begun. Whoever is at work holds a lock on its draft, by which the others know it.
 */
public final class Draft implements AutoCloseable {

    private static final String START = ".arrears-";
    private static final String END = ".part";

    private final Path named;
    private final Path target;
    private final Path file;
    private final FileChannel channel;

    private Draft(Path named, Path target, Path file) throws IOException {
        this.named = named;
        this.target = target;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        lock(channel);
    }

    /**
     * Begins the file of this name.
     *
     * @throws Refused (2) when it is there already, or its folder is none that this user may write in
     */
    public static Draft of(Path named) throws IOException {
        Path target = named.toAbsolutePath();
        requireNew(named, target);
        Path parent = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(parent)) {
            throw new Refused(ExitCode.USAGE, "--out " + named + ": there is no such folder; make it first");
        }
        if (!Files.isWritable(parent)) {
            throw new Refused(ExitCode.USAGE, "--out " + named + ": its folder may not be written in by this user");
        }
        sweep(parent);
        return new Draft(
                named,
                target,
                Files.createTempFile(
                        parent,
                        START,
                        END,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    /** A link that leads nowhere is there, too. */
    private static void requireNew(Path named, Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw already(named);
        }
    }

    private static Refused already(Path named) {
        return new Refused(
                ExitCode.USAGE, "--out " + named + " is there already, and is not written over; name another");
    }

    /** Removes the drafts that nobody works at. */
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, START + "*" + END)) {
            for (Path draft : drafts) {
                if (Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(draft)) {
                    try (FileChannel left = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                        if (lock(left)) {
                            Files.deleteIfExists(draft);
                        }
                    }
                }
            }
        }
    }

    /** Takes the lock, held until the channel is closed; false where somebody else has it. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // a command of this process
        }
    }

    /** Where it is written; it is not this one's to close. */
    public FileChannel channel() {
        return channel;
    }

    public Path file() {
        return file;
    }

    /**
     * Gives the finished file its name, on disk when this returns.
     *
     * @throws Refused (2) when another file has taken it meanwhile
     */
    public void place() throws IOException {
        channel.force(true);
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException e) {
            throw already(named);
        } catch (IOException | UnsupportedOperationException e) {
            requireNew(named, target);
            Files.move(file, target); // a file system without links
        }
        PublishedFolder.force(Objects.requireNonNull(target.getParent()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
