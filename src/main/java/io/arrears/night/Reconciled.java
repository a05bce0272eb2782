package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.audit.Checkpoint;
import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.reconcile.ReconciliationCsv;
import io.arrears.report.Figures;
import io.arrears.report.Report;
import io.arrears.run.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The digests of a night's files as reconcile read them, in {@code work/<lender>/<run>/reconciled} as {@code sha256sum} prints
 * them: what is published is what was reconciled, byte for byte.
 */
final class Reconciled {

    private static final String FILE = "reconciled";

    /** What steps behind reconcile write. */
    private static final Set<String> LATER =
            Set.of(ReconciliationCsv.FILE, Figures.FILE, Report.FILE, Manifest.TRAIL, Manifest.FILE, Checkpoint.FILE);

    private Reconciled() {}

    /** Before the first of them is read, so that a change while they are is one, too. */
    static void note(WorkFolder work) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String file : work.files()) {
            if (!isLater(file)) {
                digests.put(file, Sha256.of(work.out().resolve(file)));
            }
        }
        write(work, digests);
    }

    /** A bureau's files are kept back, and the lists were made anew without their lines. */
    static void withheld(WorkFolder work, Set<String> bureaus, List<String> lists) throws IOException {
        SortedMap<String, String> digests = read(work);
        bureaus.forEach(bureau -> digests.keySet().removeIf(file -> file.startsWith(bureau + "/")));
        for (String list : lists) {
            digests.put(list, Sha256.of(work.out().resolve(list)));
        }
        write(work, digests);
    }

    /**
     * Compares what is about to be signed.
     *
     * @throws Refused (3) when a file was changed, is gone or has come since reconcile read them, and names it
     */
    static void require(Run run, WorkFolder work, List<FileEntry> files) throws IOException {
        SortedMap<String, String> noted = read(work);
        Map<String, String> now = files.stream()
                .filter(file -> !isLater(file.name()))
                .collect(Collectors.toMap(FileEntry::name, FileEntry::sha256));
        noted.forEach((file, digest) -> {
            if (!digest.equals(now.get(file))) {
                throw refused(run, file, now.containsKey(file) ? "was changed" : "has vanished");
            }
        });
        now.keySet().stream()
                .filter(file -> !noted.containsKey(file))
                .sorted()
                .findFirst()
                .ifPresent(file -> {
                    throw refused(run, file, "has come");
                });
    }

    private static Refused refused(Run run, String file, String what) {
        return new Refused(
                ExitCode.DIFFERENCE,
                file + " of " + run + " " + what
                        + " since it was reconciled, so nothing is published; find out who changes files in work/, then run"
                        + " again");
    }

    private static boolean isLater(String file) {
        return LATER.contains(file) || file.startsWith(Differences.FOLDER + "/");
    }

    private static SortedMap<String, String> read(WorkFolder work) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        Path file = work.root().resolve(FILE);
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] parts = line.split(" {2}", 2);
                digests.put(parts[parts.length - 1], parts[0]);
            }
        }
        return digests;
    }

    /** There whole or not at all: the step that is done again after a kill finds it, or notes it anew. */
    private static void write(WorkFolder work, SortedMap<String, String> digests) throws IOException {
        String lines = digests.entrySet().stream()
                .map(digest -> digest.getValue() + "  " + digest.getKey() + "\n")
                .collect(Collectors.joining());
        Path draft = Home.file(work.root().resolve(FILE + ".new"));
        try (FileChannel channel =
                FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, work.root().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
