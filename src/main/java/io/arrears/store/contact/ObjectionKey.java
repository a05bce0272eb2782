package io.arrears.store.contact;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.Home;
import io.arrears.publish.PublishedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which objections are kept: {@code keys/objections.key} in the home, 32 random bytes in hexadecimal. No table has it, so
 * that nobody can find a number by trying them all with the database alone.
 */
public final class ObjectionKey {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    static final String NAME = "keys/objections.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final String CHECK = "the key of the objections";
    private static final String WHAT_TO_DO =
            "; without it nobody who objected would be recognised. Put it back from the backup of this home;"
                    + " docs/operating.md says what to do where there is none";

    private final Path file;

    public ObjectionKey(Home home) {
        this.file = home.root().resolve(NAME);
    }

    /** Says of a text what only the holder of the key can say. */
    static final class Digester {

        private final Mac mac;

        private Digester(byte[] key) {
            try {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key, ALGORITHM));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + ALGORITHM, e);
            }
        }

        /** In hexadecimal. */
        String of(String text) {
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** By what the key is recognised. */
        String check() {
            return of(CHECK);
        }
    }

    /**
     * The key that is recognised by a value.
     *
     * @param otherwise the exit code when it is not there, or another one is
     * @throws Refused then
     */
    Digester require(String check, ExitCode otherwise) {
        if (!Files.exists(file)) {
            throw new Refused(
                    otherwise, file + " is not there, the key under which this database keeps objections" + WHAT_TO_DO);
        }
        Digester found = read(otherwise);
        if (!found.check().equals(check)) {
            throw new Refused(
                    otherwise, file + " is not the key under which this database keeps objections" + WHAT_TO_DO);
        }
        return found;
    }

    /** Whether the key that is recognised by a value is there. */
    boolean is(String check) {
        return Files.exists(file) && read(ExitCode.FAILED).check().equals(check);
    }

    /** The key; made first if there is none, by one process however many begin at once. */
    Digester orMake(ExitCode otherwise) {
        ONE_AT_A_TIME.lock();
        try (FileChannel channel =
                        FileChannel.open(Home.file(file.resolveSibling("objections.lock")), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                PublishedFolder.replace(
                        file, (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return read(otherwise);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + file, e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private Digester read(ExitCode otherwise) {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == BYTES) {
                return new Digester(key);
            }
        } catch (IllegalArgumentException e) {
            // told below, with nothing of what stands there
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        throw new Refused(otherwise, file + " is not the key that was written there" + WHAT_TO_DO);
    }
}
