package io.arrears.call;

import io.arrears.call.SortedCsv.Broken;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest published night of a lender, as its manifest tells of it.
 *
 * @param sizes how long each of its files is
 */
public record PublishedNight(Path folder, LocalDate asOf, Instant cutoff, Map<String, Long> sizes) {

    private static final String MANIFEST = "manifest.json";
    private static final int LONGEST = 4 << 20;
    private static final String SHAPE = "[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[0-9]{1,9})?";

    public PublishedNight {
        sizes = Map.copyOf(sizes);
    }

    /**
     * The newest one in a lender's folder; none if nothing is published there.
     *
     * @throws IOException when it cannot be read, or its manifest is none
     */
    public static @Nullable PublishedNight newest(Path out) throws IOException {
        String newest = null;
        if (Files.isDirectory(out)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(out)) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    if (name.matches(SHAPE) && (newest == null || isAfter(name, newest))) {
                        newest = name;
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return newest == null ? null : read(out.resolve(newest), String.valueOf(out.getFileName()));
    }

    /** By day, then by sequence, which is a number: 2026-11-20.10 comes after 2026-11-20.9. */
    private static boolean isAfter(String name, String other) {
        int byDay = name.substring(0, 10).compareTo(other.substring(0, 10));
        return byDay > 0 || (byDay == 0 && sequence(name) > sequence(other));
    }

    private static int sequence(String name) {
        return name.length() == 10 ? 1 : Integer.parseInt(name.substring(11));
    }

    /** The manifest of another night, or of another lender's, is none of this one: its lists would hold for the wrong day. */
    private static PublishedNight read(Path folder, String lender) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        try {
            String text = BoundedText.read(manifest, LONGEST);
            if (text == null) {
                throw new Broken(manifest + " is too long for a manifest");
            }
            Map<?, ?> said = (Map<?, ?>) Json.parse(text);
            String name = String.valueOf(folder.getFileName());
            String asOf = (String) value(said, "asOf");
            if (!name.substring(0, 10).equals(asOf) || !value(said, "lender").equals(lender)) {
                throw new Broken(manifest + " is that of another night or lender");
            }
            Map<String, Long> sizes = new HashMap<>();
            for (Object file : (List<?>) value(said, "files")) {
                Map<?, ?> entry = (Map<?, ?>) file;
                sizes.put((String) value(entry, "name"), Long.valueOf((String) value(entry, "bytes")));
            }
            return new PublishedNight(
                    folder, LocalDate.parse(asOf), Instant.parse((String) value(said, "cutoff")), sizes);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException | DateTimeException e) {
            throw new Broken(manifest + " is no manifest");
        }
    }

    private static Object value(Map<?, ?> said, String name) {
        return Objects.requireNonNull(said.get(name));
    }

    public String name() {
        return String.valueOf(folder.getFileName());
    }

    public boolean has(String file) {
        return sizes.containsKey(file);
    }

    /**
     * A file of the night.
     *
     * @throws Broken unless it is as long as the manifest says
     */
    SortedCsv open(String file) throws IOException {
        Path path = folder.resolve(file);
        Long expected = sizes.get(file);
        if (expected == null || !Files.isRegularFile(path)) {
            throw new Broken(file + " is missing");
        }
        long found = Files.size(path);
        if (found != expected) {
            throw new Broken(file + " has " + found + " bytes, and the manifest says " + expected);
        }
        return SortedCsv.open(path);
    }
}
