package io.arrears.audit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that lies in a folder, by its path below it, whatever it is: nothing is opened, no link followed. */
final class FolderTree {

    /** What somebody may have put into a folder. */
    enum Kind {
        FILE("a file"),
        FOLDER("a folder"),
        LINK("a link"),
        SPECIAL("neither file nor folder"),
        CLOSED("a folder that cannot be read");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        static Kind of(BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                return FILE;
            }
            if (attributes.isDirectory()) {
                return FOLDER;
            }
            return attributes.isSymbolicLink() ? LINK : SPECIAL;
        }
    }

    /** No night holds more; whoever puts more into a folder shall not fill the memory. */
    private static final int MOST = 100_000;

    private static final int DEEPEST = 8;

    private final Path root;
    private final SortedMap<String, Kind> entries = new TreeMap<>();

    private FolderTree(Path root) {
        this.root = root;
    }

    /** What lies in a folder and in those below it. */
    static SortedMap<String, Kind> of(Path folder) throws IOException {
        return walk(folder, DEEPEST);
    }

    /** What lies in a folder itself. */
    static SortedMap<String, Kind> top(Path folder) throws IOException {
        return walk(folder, 1);
    }

    private static SortedMap<String, Kind> walk(Path folder, int depth) throws IOException {
        FolderTree tree = new FolderTree(folder);
        Files.walkFileTree(folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), depth, tree.visitor());
        return tree.entries;
    }

    private SimpleFileVisitor<Path> visitor() {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(root) ? FileVisitResult.CONTINUE : add(folder, Kind.FOLDER);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return add(file, Kind.of(attributes));
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(root)) {
                    throw e;
                }
                return add(file, Kind.CLOSED);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                return e == null ? FileVisitResult.CONTINUE : add(folder, Kind.CLOSED);
            }
        };
    }

    private FileVisitResult add(Path path, Kind kind) {
        if (!path.equals(root)) {
            entries.put(root.relativize(path).toString(), kind);
        }
        return entries.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
}
