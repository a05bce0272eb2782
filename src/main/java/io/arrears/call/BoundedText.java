package io.arrears.call;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that are read whole: no more of them than the little memory that this program is started with can hold. */
final class BoundedText {

    private BoundedText() {}

    /**
     * The text of a file in UTF-8; none if it has more bytes than {@code most}, or never ends.
     *
     * @throws java.nio.charset.CharacterCodingException when it is not UTF-8
     */
    static @Nullable String read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        }
    }
}
