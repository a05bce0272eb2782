package io.arrears.store.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.h2.api.DatabaseEventListener;

/**
 * Ends this process when the embedded database cannot write its file any more, and the command does not end by itself: H2 closes
 * itself then, and what waits for it may wait for ever, the locks held.
 *
 * <p>H2 makes it by its name, which stands in the embedded database's URL.
 */
public final class LostDisk implements DatabaseEventListener {

    private static final int FAILED = 1;
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final AtomicBoolean lost = new AtomicBoolean();
    private final Duration grace;
    private final Consumer<String> ending;

    /** As H2 makes it. */
    public LostDisk() {
        this(GRACE, LostDisk::halt);
    }

    /**
     * @param grace how long the command has to end by itself
     * @param ending ends the process with this line
     */
    LostDisk(Duration grace, Consumer<String> ending) {
        this.grace = grace;
        this.ending = ending;
    }

    @Override
    public void exceptionThrown(SQLException failure, String sql) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof IOException && lost.compareAndSet(false, true)) {
            String line = "arrears: the database failed: " + Denied.said(failure)
                    + "; make room, then 'arrears status' tells what is left to do";
            Thread end = new Thread(() -> end(line), "lost-disk");
            end.setDaemon(true);
            end.start();
        }
    }

    private void end(String line) {
        try {
            TimeUnit.MILLISECONDS.sleep(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ending.accept(line);
    }

    private static void halt(String line) {
        System.err.println(line);
        Runtime.getRuntime().halt(FAILED);
    }
}
