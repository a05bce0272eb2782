package io.arrears.reconcile;

import io.arrears.furnish.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in a bureau's folder: the files of each kind say what was kept of their records, every file is of one kind, and what is
 * packed holds the plain file beside it (R2).
 */
public final class FolderCheck {

    private final String bureau;
    private final FileFormat format;
    private final Instant generatedAt;
    private final List<Path> there;
    private final Differing differing;

    private FolderCheck(String bureau, FileFormat format, Instant generatedAt, List<Path> there, Differing differing) {
        this.bureau = bureau;
        this.format = format;
        this.generatedAt = generatedAt;
        this.there = there;
        this.differing = differing;
    }

    /**
     * Of what lies in a folder now; one that is not there is empty.
     *
     * @param generatedAt of the run whose files are meant
     */
    public static FolderCheck of(
            String bureau, FileFormat format, Instant generatedAt, Path folder, Differing differing)
            throws IOException {
        return new FolderCheck(bureau, format, generatedAt, list(folder), differing);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * The checks of one kind; none where nothing was kept and no file is there.
     *
     * @param kept in the order of the records in the files
     */
    public List<Check> ofKind(String kind, Iterator<FilesCheck.Kept> kept) throws IOException {
        List<Path> files = there.stream().filter(file -> isOf(kind, file)).toList();
        return FilesCheck.check(bureau + " " + kind, format, files, kept, differing);
    }

    /** The checks of all files together; none where there are none. */
    public List<Check> ofAll() throws IOException {
        List<Check> checks = new ArrayList<>();
        List<Path> packed = there.stream().filter(this::isPacked).toList();
        if (!there.isEmpty()) {
            checks.add(known());
        }
        if (!packed.isEmpty()) {
            checks.add(packed(packed));
        }
        return checks;
    }

    private Check known() {
        long known = 0;
        for (Path file : there) {
            long kinds =
                    format.kinds().stream().filter(kind -> isOf(kind, file)).count();
            if (isPacked(file) || kinds == 1) {
                known++;
            } else {
                differing.account(
                        Identity.R2,
                        name(file),
                        "a file",
                        "of " + (kinds == 0 ? "no kind" : "two kinds") + " of this run");
            }
        }
        return Check.of(
                Identity.R2,
                bureau + " files",
                there.size(),
                known,
                "files in the bureau's folder",
                "those of a kind and day of this run");
    }

    private boolean isOf(String kind, Path file) {
        return !isPacked(file) && name(file).startsWith(format.prefix(kind, generatedAt));
    }

    // Packed

    private Check packed(List<Path> packed) throws IOException {
        long same = 0;
        for (Path file : packed) {
            if (holdsPlain(file)) {
                same++;
            } else {
                differing.account(Identity.R2, name(file), "packed", "not the plain file beside it");
            }
        }
        return Check.of(
                Identity.R2,
                bureau + " packed",
                packed.size(),
                same,
                "packed files",
                "those that hold the bytes of the plain file beside them");
    }

    private boolean holdsPlain(Path packed) throws IOException {
        String name = name(packed);
        String plain = name.substring(
                0, name.length() - String.valueOf(format.packedEnding()).length());
        return format.holds(packed, packed.resolveSibling(plain));
    }

    private boolean isPacked(Path file) {
        String ending = format.packedEnding();
        return ending != null && name(file).endsWith(ending);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
