package io.arrears.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A published folder as it proves itself: what its manifest and its checkpoint say, and the digests of both.
 *
 * @param manifest none when it is missing or spoilt, which {@link FolderCheck} tells
 * @param checkpoint none when it is missing or spoilt
 * @param trouble why there is no checkpoint
 */
record Night(
        Path folder,
        @Nullable Manifest manifest,
        String manifestSha256,
        @Nullable Checkpoint checkpoint,
        String checkpointSha256,
        String trouble) {

    static Night read(Path folder) {
        Manifest manifest = null;
        String manifestSha256 = "";
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(Manifest.FILE));
            manifestSha256 = Digest.of(bytes);
            manifest = Manifest.parse(bytes);
        } catch (IOException | IllegalArgumentException e) {
            manifest = null;
        }
        Path file = folder.resolve(Checkpoint.FILE);
        if (!Files.isRegularFile(file)) {
            return new Night(folder, manifest, manifestSha256, null, "", "is missing: nobody signed this folder");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Night(folder, manifest, manifestSha256, Checkpoint.parse(bytes), Digest.of(bytes), "");
        } catch (IllegalArgumentException e) {
            return new Night(folder, manifest, manifestSha256, null, "", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Night(folder, manifest, manifestSha256, null, "", "cannot be read");
        }
    }

    String name() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    boolean isReplay() {
        return manifest != null && manifest.run() < 0;
    }

    /** Where the folder of the night before is, if nobody moved it. */
    Path beside(String other) {
        Path out = folder.toAbsolutePath().normalize().resolveSibling("");
        return (isReplay() ? out.resolveSibling("") : out).resolve(other); // a replay follows what was published
    }
}
