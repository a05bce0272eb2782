package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.Home;
import io.arrears.store.LenderLock;
import io.arrears.store.bureau.DossierScan;
import io.arrears.store.contact.CaseScan;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where everything is: the home folder, the jobs folder and the database.
 *
 * @param chunk so many accounts of a night are committed at a time; what changed of them is in memory until then
 */
public record Settings(Home home, Path jobs, DatabaseSettings database, int chunk) {

    private static final int CHUNK = 5000;

    public Settings(Home home, Path jobs, DatabaseSettings database) {
        this(home, jobs, database, CHUNK);
    }

    /** Takes a lender's lock, or that of what is told again of it. */
    public LenderLock lock(String name) {
        home.begin(Home.LOCKS);
        try {
            return LenderLock.take(name, Home.file(home.lock(name)), database);
        } catch (IOException e) {
            throw new Refused(ExitCode.FAILED, "the lock of " + name + " cannot be made: " + e.getMessage());
        }
    }

    /** Rows of a delivery that are committed at a time: an account has some fifty. */
    public int importChunk() {
        return Math.min(2000, 50 * chunk);
    }

    /** Partitions of a step, which run side by side; the bytes written do not depend on it. */
    public int partitions() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    /** A dossier holds far more than a standing, and is in memory until its chunk is committed. */
    public int furnishChunk() {
        return Math.min(500, chunk);
    }

    /** Partitions of the step that furnishes, each of which reads twice as many tables. */
    public int furnishPartitions() {
        return Math.min(4, partitions());
    }

    /** Partitions of the step that says who is contacted, each of which reads nearly as many. */
    public int worklistPartitions() {
        return furnishPartitions();
    }

    /** A partition streams up to nine results, one that furnishes a dossier's, and writes on one more; a few for all else. */
    public int connections() {
        return Math.max(partitions() * 10, furnishPartitions() * (Math.max(DossierScan.RESULTS, CaseScan.RESULTS) + 1))
                + 6;
    }
}
