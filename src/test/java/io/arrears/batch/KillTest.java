package io.arrears.batch;

import static io.arrears.batch.ForkedBook.NIGHTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.Binder;
import io.arrears.audit.Manifest;
import io.arrears.batch.KillSwitch.Position;
import io.arrears.batch.KillSwitch.Position.When;
import io.arrears.batch.Uninterrupted.Commit;
import io.arrears.store.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Killed anywhere, and killed again while it is resumed: in the end it is as if nobody had. */
@Tag("kill")
class KillTest {

    private static final long SEED = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
    private static final Random DICE = new Random(SEED);

    @TempDir
    static Path quiet;

    @TempDir
    Path folder;

    private static Uninterrupted uninterrupted;

    @BeforeAll
    static void nobodyKills() {
        System.out.println("KillTest: -Dkill.seed=" + SEED);
        uninterrupted = new Uninterrupted(quiet);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_killed_and_resumed_leaves_what_was_never_killed(Databases kind) {
        ForkedBook book = ForkedBook.fresh(kind, folder);
        run(
                book,
                book.importing(),
                before(1),
                uninterrupted.any("import", "validate", DICE),
                uninterrupted
                        .notLast("import", "load-(instalments|entries)", DICE)
                        .at(When.BEFORE),
                uninterrupted.any("import", "load-(consents|notices|contacts|parties)", DICE),
                uninterrupted.any("import", "open-rejects", DICE),
                uninterrupted.any("import", "finish", DICE));
        assertThat(book.tables()).as("seed %d", SEED).isEqualTo(uninterrupted.ledger);

        LocalDate first = NIGHTS.get(0);
        Commit assessing = uninterrupted.notLast(first.toString(), "assess-range:.*", DICE);
        Commit furnishing = uninterrupted.notLast(first.toString(), "furnish-range:.*", DICE);
        Commit naming = uninterrupted.of(first.toString(), "submit", "INSERT INTO submission ");
        Commit listing = uninterrupted.notLast(first.toString(), "list-range:.*", DICE);
        run(
                book,
                ForkedBook.night(first),
                before(1),
                assessing.at(When.AFTER),
                new Position(assessing.step(), 1, When.BEFORE),
                furnishing.at(When.AFTER),
                new Position(furnishing.step(), 1, When.BEFORE),
                naming.at(When.BEFORE),
                naming.at(When.AFTER), // a name that is taken, and no file yet
                naming.at(When.AFTER), // the same of the next kind
                new Position("submit", naming.number(), When.BEFORE), // files that are written
                uninterrupted.any(first.toString(), "worklist-range:.*", DICE),
                listing.at(When.AFTER),
                new Position(listing.step(), 1, When.BEFORE),
                uninterrupted.any(first.toString(), "publish", DICE));
        requirePublished(book, first);
        book.send();

        LocalDate second = NIGHTS.get(1);
        Commit publishing = uninterrupted.of(second.toString(), "publish", "UPDATE runs SET state = 'PUBLISHING'");
        int published = publishing.number(); // once PUBLISHING is committed, PUBLISHED takes its turn
        run(
                book,
                ForkedBook.night(second),
                new Position("job", 2, When.AFTER), // a job instance without an execution
                new Position("assess", 2, When.AFTER), // a partition without its range
                uninterrupted
                        .of(second.toString(), "assess", "INSERT INTO audit_event")
                        .at(When.BEFORE), // a step that has ended, and nothing tells so
                new Position("furnish", 2, When.AFTER),
                new Position("list", 2, When.AFTER),
                publishing.at(When.BEFORE), // exported and signed, and nobody knows
                publishing.at(When.AFTER), // before the rename
                new Position("publish", published, When.BEFORE), // after the rename
                new Position("publish", published, When.AFTER)); // before anything is cleared away
        requirePublished(book, second);
        book.send();
        assertThat(book.tables()).as("seed %d", SEED).isEqualTo(uninterrupted.tables);
        assertThat(book.leftovers()).as("seed %d", SEED).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_process_killed_by_another_is_resumed(Databases kind) throws Exception {
        ForkedBook book = ForkedBook.fresh(kind, folder);
        book.load();
        LocalDate night = NIGHTS.get(0);
        Position position =
                uninterrupted.notLast(night.toString(), "list-range:.*", DICE).at(When.WAIT);
        Process process = book.fork().killedAt(position).start(ForkedBook.night(night));
        try (BufferedReader output = Fork.output(process)) {
            assertThat(output.lines().anyMatch(KillSwitch.REACHED::equals))
                    .as("seed %d: %s is reached", SEED, position)
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        run(book, new String[] {"restart"});
        requirePublished(book, night);
    }

    /** Runs a command, kills it, then resumes and kills it again and again, and at last lets it end. */
    private static void run(ForkedBook book, String[] command, Position... kills) {
        String[] next = command;
        for (Position kill : kills) {
            Fork.Ended killed = book.fork().killedAt(kill).run(next);
            assertThat(killed.exitCode())
                    .as("seed %d: %s killed at %s: %s", SEED, List.of(next), kill, killed.output())
                    .isEqualTo(KillSwitch.KILLED);
            next = kill.equals(before(1)) ? command : new String[] {"restart"};
        }
        Fork.Ended ended = book.fork().run(next);
        assertThat(ended.exitCode())
                .as("seed %d: %s after %s: %s", SEED, List.of(next), List.of(kills), ended.output())
                .isZero();
    }

    private static Position before(int commit) {
        return new Position("job", commit, When.BEFORE);
    }

    private static void requirePublished(ForkedBook book, LocalDate night) {
        assertThat(book.files(night)).as("seed %d", SEED).isEqualTo(uninterrupted.files.get(night));
        List<Path> nights = List.of(book.published(night).resolveSibling(""));
        assertThat(new Binder(List.of(), Map.of()).check(nights))
                .as("seed %d", SEED)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        result -> assertThat(result.findings().differences()).isEmpty());
        assertThat(trail(book, night))
                .as("seed %d", SEED)
                .filteredOn(event -> event.contains("\"what\":\"step done\""))
                .map(event -> event.replaceAll(".*\"on\":\"([^\"]+)\".*", "$1"))
                .containsExactly(
                        "scope",
                        "assess",
                        "brake",
                        "furnish",
                        "submit",
                        "worklist",
                        "list",
                        "join",
                        "reconcile",
                        "withhold",
                        "report");
    }

    private static List<String> trail(ForkedBook book, LocalDate night) {
        try {
            return Files.readAllLines(book.published(night).resolve(Manifest.TRAIL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
