package io.arrears.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a run writes before it is published: {@code parts/} by partition, joined into {@code out/}, which one rename turns
 * into the published folder.
 */
public record WorkFolder(Path root) {

    /** {@code parts/<name>.<partition>}; partitions stand in key order, so their names sort so. */
    public Path part(String name, int partition) {
        return root.resolve("parts").resolve(name + String.format(Locale.ROOT, ".%05d", partition));
    }

    public Path out() {
        return root.resolve("out");
    }

    /** The folder of one bureau's files. */
    public Path bureau(String name) {
        return Home.folder(out().resolve(name));
    }

    /** Every file in {@code out/} by its path below it, in order. */
    public List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(out())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Joins the parts of one file in key order under its header. */
    public Path join(String name, String header) throws IOException {
        return join(name, header, List.of(name));
    }

    /**
     * Joins parts under a header, on disk when this returns; running it again is harmless.
     *
     * @param joined names of parts, one after the other, each in key order
     */
    public Path join(String name, String header, List<String> joined) throws IOException {
        Path target = Home.file(out().resolve(name));
        try (FileChannel all =
                FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(header);
            while (bytes.hasRemaining()) {
                all.write(bytes);
            }
            for (String part : joined) {
                append(parts(part), all);
            }
            all.force(true);
        }
        return target;
    }

    private static void append(List<Path> parts, FileChannel all) throws IOException {
        for (Path part : parts) {
            try (FileChannel source = FileChannel.open(part, StandardOpenOption.READ)) {
                long from = 0;
                while (from < source.size()) {
                    from += source.transferTo(from, source.size() - from, all);
                }
            }
        }
    }

    /** Writes one whole small file into {@code out/}, on disk when this returns. */
    public Path write(String name, byte[] content) throws IOException {
        Path target = Home.file(out().resolve(name));
        try (FileChannel channel =
                FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return target;
    }

    /** Whether a folder lies on another file system than this one's place, so that no rename leads there; both are made. */
    public boolean isApartFrom(Path target) throws IOException {
        Path here = Home.folder(root.toAbsolutePath().resolveSibling(""));
        return !device(here).equals(device(Home.folder(target)));
    }

    private static Object device(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:dev");
    }

    /** The one rename that publishes: atomic, and on disk when this returns. */
    public void publishAs(Path published) throws IOException {
        try (Stream<Path> folders = Files.walk(out())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                PublishedFolder.force(folder);
            }
        }
        PublishedFolder.move(out(), published);
    }

    public void delete() {
        deleteTree(root);
    }

    /** The parts of one file in key order. */
    public List<Path> parts(String name) throws IOException {
        Path folder = root.resolve("parts");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("\\Q" + name + "\\E\\.\\d{5}"))
                    .sorted()
                    .toList();
        }
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the work folder " + root, e);
        }
    }
}
