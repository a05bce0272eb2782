package io.arrears.batch;

import io.arrears.publish.Home;
import io.arrears.store.LenderLock;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Another process that holds a lender's lock until it is killed. */
final class LockHolder implements AutoCloseable {

    private static final String HELD = "held";

    private final Process process;

    LockHolder(String lender, Path home, DatabaseSettings database) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        lender,
                        home.toString(),
                        database.url(),
                        database.user(),
                        database.password())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        @Nullable String line = output.readLine();
        if (!HELD.equals(line)) {
            throw new IllegalStateException("the lock was not taken: " + line);
        }
    }

    public static void main(String[] args) throws Exception {
        Home home = new Home(Path.of(args[1]));
        DatabaseSettings database = new DatabaseSettings(args[2], args[3], args[4]);
        try (LenderLock lock = LenderLock.take(args[0], Home.file(home.lock(args[0])), database)) {
            System.out.println(HELD);
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
