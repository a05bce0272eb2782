package io.arrears.bureau.pboc.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How a finished {@code .txt} becomes what is handed to the bureau.
 *
 * <p>Lenders send through the bureau's own client, which compresses with gzip and encrypts with SM4. That client and its keys
 * are not public, so it is not built here; it would be one more implementation of this interface.
 */
@FunctionalInterface
public interface Packaging {

    /** The plain file as it is, for a client that packs it itself. */
    Packaging PLAIN = text -> text;

    /** A {@code .txt.zip} beside the plain file; the same bytes give the same zip on the same Java. */
    Packaging ZIP = new ZipPackaging();

    /** Makes the package in the folder of the plain file, in place of an older try; returns it, on disk. */
    Path pack(Path text) throws IOException;
}
