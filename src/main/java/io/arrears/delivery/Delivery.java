package io.arrears.delivery;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.feed.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of one folder, by feed. */
public record Delivery(
        Path folder, Map<Feed, Path> files, @Nullable Path control) {

    private static final String CONTROL = "control.csv";
    private static final String CSV = ".csv";

    /**
     * What the folder holds.
     *
     * @throws Refused when there is no folder or no file (2), or a {@code .csv} of an unknown name (4)
     */
    public static Delivery of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Refused(
                    ExitCode.USAGE, "no folder " + folder + "; name the folder with the delivery's CSV files");
        }
        Map<Feed, Path> files = new EnumMap<>(Feed.class);
        Path control = null;
        for (Path file : csvFilesOf(folder)) {
            String name = file.getFileName().toString();
            if (!Files.isRegularFile(file)) {
                throw new Refused(ExitCode.REJECTED, file + ": no file; nothing was loaded. Rename or remove it");
            }
            if (name.equals(CONTROL)) {
                control = file;
            } else {
                files.put(feedOf(file, name), file);
            }
        }
        if (files.isEmpty() && control == null) {
            throw new Refused(ExitCode.USAGE, "no CSV file in " + folder + "; it may hold " + known());
        }
        return new Delivery(folder, files, control);
    }

    private static Feed feedOf(Path file, String name) {
        return Feed.ofTable(name.substring(0, name.length() - CSV.length()))
                .orElseThrow(() -> new Refused(
                        ExitCode.REJECTED,
                        file + ": no feed of that name; nothing was loaded. Rename or remove it; a delivery may hold "
                                + known()));
    }

    private static TreeSet<Path> csvFilesOf(Path folder) {
        TreeSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + CSV)) {
            all.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String known() {
        return Stream.concat(Stream.of(Feed.values()).map(Feed::file), Stream.of(CONTROL))
                .collect(Collectors.joining(", "));
    }
}
