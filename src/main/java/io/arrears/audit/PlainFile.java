package io.arrears.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** Reads files in folders that anybody may have changed: regular ones alone, and never through a link or for ever. */
final class PlainFile {

    /** No manifest, checkpoint or event is longer; a file that is was not written by a night. */
    static final int SMALL = 8 << 20;

    private PlainFile() {}

    /**
     * Opens it.
     *
     * @throws IOException when it is a link, a pipe or anything but a file; such are not opened, since a pipe never answers
     */
    static InputStream open(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "is no plain file");
        }
        if (file.getFileSystem() != FileSystems.getDefault()) {
            return Files.newInputStream(file); // in a zip no link leads anywhere
        }
        return Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    /** The bytes of a file that is never long. */
    static byte[] small(Path file) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(SMALL + 1);
            if (bytes.length > SMALL) {
                throw new FileSystemException(file.toString(), null, "is longer than any that a night writes");
            }
            return bytes;
        }
    }

    /** Why it could not be read, in words; the file itself is named by who says so. */
    static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "is missing";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read by this user";
        }
        String reason = e instanceof FileSystemException at ? at.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, "cannot be read");
    }
}
