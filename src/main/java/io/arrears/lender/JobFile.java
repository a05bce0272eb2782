package io.arrears.lender;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the jobs folder: people wrote it by hand, so it is a short text; a pipe or a device would never end. */
final class JobFile {

    private static final int LONGEST = 1 << 20;

    private JobFile() {}

    /**
     * Its text.
     *
     * @throws Refused (2) unless it is a file, or a link to one, of at most 1 MB of UTF-8
     */
    static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused(
                    ExitCode.USAGE,
                    file + " is no file, but a folder, a pipe, a device or a link that leads nowhere; remove it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new Refused(ExitCode.USAGE, file + " is longer than 1 MB, as no settings are; name another file");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(ExitCode.USAGE, file + " is not UTF-8");
        } catch (IOException e) {
            throw new Refused(ExitCode.USAGE, file + " cannot be read; check its owner and mode");
        }
    }
}
