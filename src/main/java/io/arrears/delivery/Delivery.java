package io.arrears.delivery;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.feed.Feed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
     * @throws Refused when there is no folder or no file (2), or a {@code .csv} of an unknown name or that is no plain file (4)
     */
    public static Delivery of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Refused(
                    ExitCode.USAGE, "no folder " + folder + "; name the folder with the delivery's CSV files");
        }
        Map<Feed, Path> files = new EnumMap<>(Feed.class);
        Path control = null;
        int unknown = 0;
        for (Path file : csvFilesOf(folder)) {
            String name = file.getFileName().toString();
            Optional<Feed> feed = Feed.ofTable(name.substring(0, name.length() - CSV.length()))
                    .filter(found -> found.file().equals(name));
            if (feed.isEmpty() && !name.equals(CONTROL)) {
                unknown++;
                continue;
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refused(
                        ExitCode.REJECTED,
                        file
                                + ": a link, a folder or a device, not a file; nothing was loaded. Put the file itself there");
            }
            feed.ifPresent(found -> files.put(found, file));
            control = feed.isEmpty() ? file : control;
        }
        if (unknown > 0) {
            throw new Refused(
                    ExitCode.REJECTED,
                    folder + ": " + unknown + (unknown == 1 ? " CSV file is" : " CSV files are")
                            + " of no feed's name; nothing was loaded. Rename or remove what is not one of " + known());
        }
        if (files.isEmpty() && control == null) {
            throw new Refused(ExitCode.USAGE, "no CSV file in " + folder + "; it may hold " + known());
        }
        return new Delivery(folder, files, control);
    }

    /** Opens a delivery's file; a link that has taken its place since it was looked at is not followed. */
    static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whatever ends like a CSV file, in capitals too: one left unread would be half a delivery. */
    private static TreeSet<Path> csvFilesOf(Path folder) {
        TreeSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, file -> String.valueOf(file.getFileName())
                .toLowerCase(Locale.ROOT)
                .endsWith(CSV))) {
            all.forEach(found::add);
            return found;
        } catch (AccessDeniedException e) {
            throw new Refused(
                    ExitCode.USAGE,
                    folder + " may not be read by this user; check the folder's owner and mode (r and x)");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException("cannot list " + folder, e.getCause());
        }
    }

    private static String known() {
        return Stream.concat(Stream.of(Feed.values()).map(Feed::file), Stream.of(CONTROL))
                .collect(Collectors.joining(", "));
    }
}
