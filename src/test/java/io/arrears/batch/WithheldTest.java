package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Binder;
import io.arrears.audit.Manifest;
import io.arrears.furnish.Told.State;
import io.arrears.publish.Home;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import io.arrears.store.Databases;
import io.arrears.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bureau whose own figures differ is not told; the night goes out without it, and a later run tells it all. */
class WithheldTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final LocalDate NEXT = AUGUST_TOLD.plusDays(1);

    @TempDir
    Path folder;

    /** The night is cut off before its files are made, somebody changes an amount in a part file, and the night is resumed. */
    private static Nights.Outcome tampered(ToldBook book, @Nullable Acceptance accepted) throws IOException {
        cutOff(book, "out/pboc", accepted);
        tamper(book);
        return resumed(book, "out/pboc");
    }

    private static void tamper(ToldBook book) throws IOException {
        Path part = work(book).resolve("parts").resolve("pboc-210.00000");
        List<String> records = new ArrayList<>(Files.readAllLines(part));
        records.set(3, records.get(3).replaceFirst("<TotOverd>", "<TotOverd>1"));
        Files.writeString(part, String.join("\r\n", records) + "\r\n");
    }

    /** A file stands where the run wants to make a folder. */
    private static void cutOff(ToldBook book, String obstacle, @Nullable Acceptance accepted) throws IOException {
        Home.file(book.settings.home().work(ToldBook.LENDER, 1).resolve(obstacle));
        book.after(AUGUST_TOLD);
        assertThat(catchThrowableOfType(Refused.class, () -> book.application
                                .nights()
                                .run(ToldBook.LENDER, AUGUST_TOLD, new Nights.Options(null, false, false, accepted)))
                        .exitCode())
                .isEqualTo(ExitCode.FAILED);
    }

    private static Nights.Outcome resumed(ToldBook book, String obstacle) throws IOException {
        Files.delete(work(book).resolve(obstacle));
        return book.application.nights().restart(ToldBook.LENDER).get(0);
    }

    private static Path work(ToldBook book) {
        Run run = book.application.runs().ofLender(ToldBook.LENDER).get(0);
        return book.settings.home().work(ToldBook.LENDER, run.id());
    }

    private static Set<String> told(ToldBook book, Run run) {
        return new TreeSet<>(book.jdbc.queryForList(
                "SELECT CONCAT(account_id, ' ', kind, ' ', COALESCE(code, ''), ' ', reported_on, ' ', facts) FROM furnished"
                        + " WHERE run_id = ?",
                String.class,
                run.id()));
    }

    private static List<String> verdicts(Nights.Outcome night, String verdict) throws IOException {
        return Files.readAllLines(night.folder().resolve("reconciliation.csv")).stream()
                .filter(line -> line.contains("," + verdict + ","))
                .map(line -> line.split(",", -1)[0])
                .distinct()
                .toList();
    }

    private static List<Path> sent(Nights.Outcome night) throws IOException {
        Path files = night.folder().resolve("pboc");
        if (!Files.exists(files)) {
            return List.of();
        }
        try (var all = Files.list(files)) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_tampered_part_file_keeps_back_its_bureau_alone(Databases kind) throws IOException {
        try (ToldBook book = new ToldBook(kind, folder, false)) {
            Nights.Outcome night = tampered(book, null);

            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(night.run().state()).isEqualTo(Run.State.PUBLISHED);
            assertThat(verdicts(night, "WITHHELD")).containsExactly("R2");
            assertThat(verdicts(night, "DIFFERENCE")).isEmpty();
            assertThat(Files.readAllLines(night.folder().resolve("differences").resolve("R2.csv")))
                    .hasSize(2)
                    .element(1)
                    .asString()
                    .matches("H0000000\\d\\d,kept with another digest,.*\\.txt:5");
            assertThat(sent(night)).isEmpty();
            for (String list :
                    List.of("held.csv", "excluded.csv", "rejected.csv", "corrections.csv", "notices-due.csv")) {
                assertThat(ToldBook.list(night, list)).as(list).isEmpty();
            }
            assertThat(ToldBook.list(night, "delinquency.csv")).isNotEmpty();
            assertThat(book.count("furnished", night.run())).isZero();
            assertThat(book.count("submission", night.run())).isZero();
            assertThat(book.inState(State.PREPARED)).isEmpty();
            assertThat(Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)))
                            .withheld())
                    .containsExactly("pboc");
            assertThat(Files.readString(night.folder().resolve(Manifest.TRAIL))).contains("files withheld");
            assertThat(night.withheld()).containsOnlyKeys("pboc");
            assertThat(night.withheld().get("pboc"))
                    .isDirectoryContaining(file -> file.getFileName().toString().endsWith(".txt.withheld"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_next_night_tells_what_was_kept_back(Databases kind) throws IOException {
        Set<String> undisturbed;
        Map<String, String> lists;
        try (ToldBook book = new ToldBook(kind, folder.resolve("sound"), false)) {
            book.run(NEXT);
            Run night = book.application.runs().ofLender(ToldBook.LENDER).get(0);
            undisturbed = told(book, night);
            lists = ToldBook.files(Publisher.folder(book.settings.home(), night));
        }
        try (ToldBook book = new ToldBook(kind, folder.resolve("tampered"), false)) {
            tampered(book, null);
            Nights.Outcome next = book.run(NEXT);
            assertThat(next.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(told(book, next.run())).isEqualTo(undisturbed).isNotEmpty();
            for (String list : List.of("held.csv", "excluded.csv", "rejected.csv", "notices-due.csv")) {
                assertThat(ToldBook.files(next.folder())).as(list).containsEntry(list, lists.get(list));
            }
            assertThat(new Binder(List.of(), Map.of())
                            .check(List.of(book.settings.home().out(ToldBook.LENDER))))
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.findings().differences())
                            .as(result.of())
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_second_submission_of_the_same_night_tells_what_was_kept_back(Databases kind) throws IOException {
        try (ToldBook book = new ToldBook(kind, folder, false)) {
            tampered(book, null);
            Nights.Outcome there = book.run(AUGUST_TOLD);
            assertThat(there.wasThereAlready()).isTrue();
            assertThat(there.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            book.later(1);
            Nights.Outcome second = book.application
                    .nights()
                    .run(ToldBook.LENDER, AUGUST_TOLD, new Nights.Options(null, false, true, null));
            assertThat(second.folder()).hasFileName(AUGUST_TOLD + ".2");
            assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(sent(second)).isNotEmpty();
            assertThat(verdicts(second, "WITHHELD")).isEmpty();
            assertThat(book.run(AUGUST_TOLD).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(book.run(NEXT).exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_people_may_let_a_bureaus_files_go_out_as_they_are(Databases kind) throws IOException {
        try (ToldBook book = new ToldBook(kind, folder, false)) {
            Nights.Outcome night = tampered(book, new Acceptance(Set.of(Identity.R2), "Ann", "Bob", "known to both"));
            assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(verdicts(night, "ACCEPTED")).containsExactly("R2");
            assertThat(verdicts(night, "WITHHELD")).isEmpty();
            assertThat(sent(night)).isNotEmpty();
            Manifest manifest = Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)));
            assertThat(manifest.withheld()).isNull();
            assertThat(manifest.accepted())
                    .isEqualTo(new Manifest.Accepted(List.of("R2"), "Ann", "Bob", "known to both"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_was_cut_off_while_files_were_kept_back_is_resumed(Databases kind) throws IOException {
        Map<String, String> uninterrupted;
        try (ToldBook book = new ToldBook(kind, folder.resolve("one"), false)) {
            uninterrupted = ToldBook.files(tampered(book, null).folder());
        }
        try (ToldBook book = new ToldBook(kind, folder.resolve("two"), false)) {
            cutOff(book, "out/pboc", null);
            tamper(book);
            Home.file(work(book).resolve("withheld"));
            assertThat(catchThrowableOfType(Refused.class, () -> resumed(book, "out/pboc"))
                            .exitCode())
                    .isEqualTo(ExitCode.FAILED);
            Nights.Outcome night = resumed(book, "withheld");
            assertThat(ToldBook.files(night.folder())).isEqualTo(uninterrupted);
            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(book.count("furnished", night.run())).isZero();
        }
    }
}
