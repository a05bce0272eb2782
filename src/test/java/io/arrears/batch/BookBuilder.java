package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home, the lenders' files and a database of a test's own; harbour's bureau is told from August 2026 on, on any night. */
final class BookBuilder {

    private record Words(String file, String now, String then) {}

    private static final String LENDER_FILE = "lenders/" + Book.LENDER + ".yaml";

    private final Databases kind;
    private final Path folder;
    private final List<Words> words = new ArrayList<>();
    private Instant now = Instant.parse("2026-08-01T02:00:00Z");
    private int chunk = 7;
    private boolean full;
    private boolean demo;
    private boolean ladder;
    private @Nullable Faults faults;

    BookBuilder(Databases kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
        policy("from: 2026-10-01", "from: 2026-08-01", "furnish:", "nights: on-demand\nfurnish:");
    }

    /** Replaces words of the lender's file by others, in pairs. */
    BookBuilder policy(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            words.add(new Words(LENDER_FILE, pairs[i], pairs[i + 1]));
        }
        return this;
    }

    /**
     * Sixty made-up accounts of the lender are delivered. Months are told two days after their end, so that their nights see both what is
     * due at once and what waits for its run.
     */
    BookBuilder demo() {
        String months = "months: {settle: month-end, submit: +0d}";
        words.add(new Words("bureaus/pboc.yaml", months, months.replace("+0d", "+2d")));
        demo = true;
        return this;
    }

    /** The lender keeps the ladder of its file. */
    BookBuilder ladder() {
        ladder = true;
        return this;
    }

    /** Each night looks at every account. */
    BookBuilder full() {
        return full(true);
    }

    BookBuilder full(boolean looksAtAll) {
        full = looksAtAll;
        return this;
    }

    /** What changes files below its home fails as these say. */
    BookBuilder faults(Faults striking) {
        faults = striking;
        return this;
    }

    BookBuilder chunk(int size) {
        chunk = size;
        return this;
    }

    BookBuilder now(Instant instant) {
        now = instant;
        return this;
    }

    /** All that the program needs, which nobody has opened yet. */
    Settings settings() {
        Path jobs = folder.resolve("jobs");
        copy(Path.of("jobs"), jobs);
        if (!ladder) {
            removeLadder(jobs.resolve(LENDER_FILE));
        }
        words.forEach(each -> replace(jobs.resolve(each.file), each.now, each.then));
        Path home = folder.resolve("home");
        return new Settings(
                new Home(faults == null ? home : FaultyFiles.on(home, faults)), jobs, kind.fresh(folder), chunk);
    }

    /** The program runs in it. */
    Book open() {
        Book book = new Book(folder, settings(), new TurnedClock(now), full);
        if (demo) {
            book.deliver(new SampleSpec(60, 7, Book.LAST_DAY, List.of(SampleLender.HARBOUR)), "ledger");
        }
        return book;
    }

    static void sample(SampleSpec spec, Path delivery) {
        try {
            SampleLedger.write(spec, delivery);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replace(Path file, String words, String others) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(words);
            Files.writeString(file, text.replace(words, others));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lender's own ladder, which most tests have nothing to do with, and some bring one of theirs. */
    private static void removeLadder(Path file) {
        try {
            String text = Files.readString(file);
            int from = text.indexOf("# Who is contacted");
            assertThat(from).isPositive();
            Files.writeString(file, text.substring(0, from) + text.substring(text.indexOf("furnish:")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a tree of files. */
    static void copy(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
