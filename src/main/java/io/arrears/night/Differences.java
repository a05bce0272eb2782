package io.arrears.night;

import io.arrears.publish.Csv;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.reconcile.Differing;
import io.arrears.reconcile.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The accounts that make up a run's differences: the first hundred of each identity in memory, all of them in a file. */
final class Differences implements Differing, AutoCloseable {

    static final String FOLDER = "differences";

    private static final int FIRST = 100;

    private final WorkFolder work;
    private final Map<Identity, Writer> files = new EnumMap<>(Identity.class);
    private final Map<Identity, List<String>> first = new EnumMap<>(Identity.class);
    private final Map<Identity, Long> counts = new EnumMap<>(Identity.class);

    /** What an attempt that was cut off found goes. */
    Differences(WorkFolder work) {
        this.work = work;
        new WorkFolder(folder(work)).delete();
        new WorkFolder(published(work)).delete();
    }

    private static Path folder(WorkFolder work) {
        return work.root().resolve(FOLDER);
    }

    private static Path published(WorkFolder work) {
        return work.out().resolve(FOLDER);
    }

    /** Whether a run found differences, and its work folder is kept for somebody to look into. */
    static boolean isIn(WorkFolder work) {
        return Files.isDirectory(folder(work));
    }

    @Override
    public void account(Identity identity, String account, String left, String right) {
        try {
            Writer file = files.get(identity);
            if (file == null) {
                file = open(identity);
                files.put(identity, file);
            }
            file.write(Csv.list(List.of(account, left, right)));
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts that differ cannot be written", e);
        }
        counts.merge(identity, 1L, Math::addExact);
        List<String> accounts = first.computeIfAbsent(identity, key -> new ArrayList<>());
        if (accounts.size() < FIRST && !accounts.contains(account)) {
            accounts.add(account);
        }
    }

    private Writer open(Identity identity) throws IOException {
        Path file = Home.file(folder(work).resolve(identity + ".csv"));
        Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.write(Csv.line(List.of("account_id", "left", "right")));
        return writer;
    }

    /** A line {@code accounts of R3: A1, A2 (2 in …/differences/R3.csv)}; empty where no account is to be named. */
    String told(Identity identity) {
        Long count = counts.get(identity);
        return count == null
                ? ""
                : "\n  accounts of " + identity + ": " + String.join(", ", first.getOrDefault(identity, List.of()))
                        + " (" + count + " in " + folder(work).resolve(identity + ".csv") + ")";
    }

    /**
     * They go out with the night, in a folder {@code differences}: two people accepted them, or a bureau's files are kept back for
     * them.
     */
    void publish() throws IOException {
        Path published = published(work);
        if (isIn(work)) {
            for (Identity identity : files.keySet()) {
                Path file = folder(work).resolve(identity + ".csv");
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(
                        file, Home.folder(published).resolve(identity + ".csv"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(folder(work));
        }
    }

    @Override
    public void close() {
        for (Writer file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the accounts that differ cannot be written", e);
            }
        }
    }
}
