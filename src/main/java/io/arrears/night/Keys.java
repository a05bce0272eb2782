package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.SigningKey;
import io.arrears.publish.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs checkpoints: {@code keys/audit.pem} in the home, and its public half beside it in {@code audit.pub}. The
 * first night that publishes makes one if nobody has.
 */
public final class Keys {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Path folder;

    public Keys(Home home) {
        this.folder = home.root().resolve("keys");
    }

    /** The half that may be known to everybody. */
    public Path publicFile() {
        return folder.resolve("audit.pub");
    }

    /** Both halves. */
    public Path file() {
        return folder.resolve("audit.pem");
    }

    boolean isThere() {
        return Files.exists(file());
    }

    /** The key; made first if there is none, by one process however many begin at once. */
    SigningKey orMake() throws IOException {
        if (Files.exists(file())) {
            return read();
        }
        ONE_AT_A_TIME.lock();
        try (FileChannel channel = FileChannel.open(Home.file(folder.resolve("lock")), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(file())) {
                SigningKey key = SigningKey.generate();
                write(publicFile(), key.verifyKey().pem());
                write(file(), key.pem());
            }
            return read();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    SigningKey read() throws IOException {
        try {
            return SigningKey.parse(Files.readString(file()));
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    ExitCode.FAILED,
                    file() + " is not the key that was written there: " + e.getMessage()
                            + "; put it back, then 'arrears restart'");
        }
    }

    /** Signs with another key from now on; the one before is kept under its id, and there is a key at every moment. */
    void replace(@Nullable SigningKey before, SigningKey after) throws IOException {
        if (before != null) {
            String id = before.verifyKey().id();
            write(folder.resolve("audit-" + id + ".pub"), before.verifyKey().pem());
            write(folder.resolve("audit-" + id + ".pem"), before.pem());
        }
        write(publicFile(), after.verifyKey().pem());
        write(file(), after.pem());
    }

    /** There whole or not at all. */
    private static void write(Path file, String pem) throws IOException {
        Path half = Home.file(file.resolveSibling(file.getFileName() + ".new"));
        try (FileChannel channel =
                FileChannel.open(half, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(java.nio.ByteBuffer.wrap(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
