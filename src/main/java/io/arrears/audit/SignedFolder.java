package io.arrears.audit;

import io.arrears.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A published folder of which nothing is read but what was signed: its manifest by the digest on record, its files by the
 * manifest's.
 */
public final class SignedFolder {

    private final Path folder;
    private final Map<String, FileEntry> files;

    private SignedFolder(Path folder, Map<String, FileEntry> files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Opens a folder; one whose manifest is another than the run's vouches for no file.
     *
     * @param manifestSha256 the digest of the manifest that its run has published
     * @throws IOException when its manifest cannot be read by this user, or the disk fails
     */
    public static SignedFolder of(Path folder, @Nullable String manifestSha256) throws IOException {
        byte[] manifest = signed(() -> PlainFile.small(folder.resolve(Manifest.FILE)));
        Map<String, FileEntry> files = manifest == null || !Sha256.of(manifest).equals(manifestSha256)
                ? Map.of()
                : Manifest.parse(manifest).files().stream()
                        .collect(Collectors.toMap(FileEntry::name, Function.identity()));
        return new SignedFolder(folder, files);
    }

    /** Whether anything lies where the run put its folder. */
    public boolean isThere() {
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** What was signed of a file, when its bytes still are that; none when it was changed or is gone. */
    public @Nullable FileEntry file(String name) throws IOException {
        FileEntry entry = files.get(name);
        String digest = entry == null
                ? null
                : signed(() -> {
                    try (InputStream in = PlainFile.open(path(name))) {
                        return Sha256.of(in);
                    }
                });
        return entry != null && entry.sha256().equals(digest) ? entry : null;
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** None of a file that is missing or no plain file, and so cannot be the one that was signed. */
    private static <T> @Nullable T signed(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            return null;
        }
    }
}
