package io.arrears.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folders that a lender has published, of which nothing is read but what was signed.
 *
 * @param out the lender's folder of them
 * @param manifests the digest of each one's manifest, by the folder's name, as its run has it on record
 */
public record SignedFolders(Path out, Map<String, String> manifests) {

    public SignedFolders {
        manifests = Map.copyOf(manifests);
    }

    /** A folder by its name; one that no run has published vouches for nothing. */
    public SignedFolder night(String folder) throws IOException {
        return SignedFolder.of(out.resolve(folder), manifests.get(folder));
    }
}
