package io.arrears.publish;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that a command hands out, until it is whole: it lies beside its place under a name that nobody else has, is its owner's
 * alone (0600), and takes its place only where no file is.
 *
 * <p>It has personal data in it, so it goes when it is closed without having taken its place; and what a killed command left of one
 * goes before the next in that folder is begun. Whoever is at work holds a lock on its draft, by which the others know it; it is
 * read and written through one channel, since the lock goes with the first that is closed.
 */
public final class Draft implements AutoCloseable {

    private static final String START = ".arrears-";
    private static final String END = ".part";

    private final Path named;
    private final Path target;
    private final Path file;
    private final FileChannel channel;

    private Draft(Path named, Path target, Path file, FileChannel channel) {
        this.named = named;
        this.target = target;
        this.file = file;
        this.channel = channel;
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
        while (true) {
            Draft draft = begin(named, target, parent);
            if (draft != null) {
                return draft;
            }
        }
    }

    /** Null when another command took the file for a killed one's before its lock was had. */
    private static @Nullable Draft begin(Path named, Path target, Path parent) throws IOException {
        Path file = Files.createTempFile(
                parent, START, END, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        file.toFile().deleteOnExit(); // a command that is interrupted closes nothing
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return null;
        }
        Draft draft = new Draft(named, target, file, channel);
        boolean isKept = false;
        try {
            isKept = lock(channel) && Files.exists(file);
        } finally {
            if (!isKept) {
                draft.close();
            }
        }
        return isKept ? draft : null;
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
                    } catch (NoSuchFileException e) {
                        // another removed it
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
    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    /** Of what was written. */
    public String sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long at = 0;
        for (int n = channel.read(buffer, at); n >= 0; n = channel.read(buffer, at)) {
            digest.update(buffer.flip());
            buffer.clear();
            at += n;
        }
        return Sha256.hex(digest.digest());
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
