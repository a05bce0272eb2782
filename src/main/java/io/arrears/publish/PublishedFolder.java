package io.arrears.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A published folder as a whole: it appears, or goes elsewhere, by one rename. */
public final class PublishedFolder {

    private PublishedFolder() {}

    /** Moves it: atomic, on one file system, and on disk when this returns. */
    public static void move(Path from, Path to) throws IOException {
        Path parent = Home.folder(to.toAbsolutePath().resolveSibling(""));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(parent);
        force(from.toAbsolutePath().resolveSibling(""));
    }

    /** Writes a small file beside the folders, or replaces it whole: by one rename, and on disk when this returns. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path draft = Home.file(file.resolveSibling(file.getFileName() + ".new"));
        Files.write(draft, content);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        put(draft, file);
    }

    /** Puts a file that is on disk where another one may be, by one rename. */
    public static void put(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.toAbsolutePath().resolveSibling(""));
    }

    /** Sees to it that what was made, renamed or removed in a folder is on disk. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
