package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Binder;
import io.arrears.audit.Manifest;
import io.arrears.furnish.Reported.State;
import io.arrears.night.Publisher;
import io.arrears.publish.Home;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static Nights.Outcome tampered(Book book, @Nullable Acceptance accepted) throws IOException {
        return new Tampering(book, AUGUST_TOLD).tampered("pboc-210", accepted);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_tampered_part_file_keeps_back_its_bureau_alone(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Nights.Outcome night = tampered(book, null);

            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(night.run().state()).isEqualTo(Run.State.PUBLISHED);
            assertThat(Tampering.verdicts(night, "WITHHELD")).containsExactly("R2");
            assertThat(Tampering.verdicts(night, "DIFFERENCE")).isEmpty();
            assertThat(Files.readAllLines(night.folder().resolve("differences").resolve("R2.csv")))
                    .hasSize(2)
                    .element(1)
                    .asString()
                    .matches("H0000000\\d\\d,kept with another digest,.*\\.txt:\\d+");
            assertThat(Tampering.sent(night)).isEmpty();
            for (String list :
                    List.of("held.csv", "excluded.csv", "rejected.csv", "corrections.csv", "notices-due.csv")) {
                assertThat(NightFiles.list(night, list)).as(list).isEmpty();
            }
            assertThat(NightFiles.list(night, "delinquency.csv")).isNotEmpty();
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
        try (Book book = Book.on(kind, folder.resolve("sound")).demo().open()) {
            book.run(NEXT);
            Run night = book.application.runs().ofLender(Book.LENDER).get(0);
            undisturbed = Tampering.told(book, night);
            lists = NightFiles.in(Publisher.folder(book.settings.home(), night));
        }
        try (Book book = Book.on(kind, folder.resolve("tampered")).demo().open()) {
            tampered(book, null);
            Nights.Outcome next = book.run(NEXT);
            assertThat(next.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(Tampering.told(book, next.run())).isEqualTo(undisturbed).isNotEmpty();
            for (String list : List.of("held.csv", "excluded.csv", "rejected.csv", "notices-due.csv")) {
                assertThat(NightFiles.in(next.folder())).as(list).containsEntry(list, lists.get(list));
            }
            assertThat(new Binder(List.of(), Map.of())
                            .check(List.of(book.settings.home().out(Book.LENDER))))
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.findings().differences())
                            .as(result.of())
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_second_submission_of_the_same_night_tells_what_was_kept_back(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            tampered(book, null);
            Nights.Outcome there = book.run(AUGUST_TOLD);
            assertThat(there.wasThereAlready()).isTrue();
            assertThat(there.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            book.later(1);
            Nights.Outcome second = book.application
                    .nights()
                    .run(Book.LENDER, AUGUST_TOLD, new Nights.Options(null, false, true, null, false));
            assertThat(second.folder()).hasFileName(AUGUST_TOLD + ".2");
            assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(Tampering.sent(second)).isNotEmpty();
            assertThat(Tampering.verdicts(second, "WITHHELD")).isEmpty();
            assertThat(book.run(AUGUST_TOLD).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(book.run(NEXT).exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_people_may_let_a_bureaus_files_go_out_as_they_are(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Nights.Outcome night = tampered(book, new Acceptance(Set.of(Identity.R2), "Ann", "Bob", "known to both"));
            assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(Tampering.verdicts(night, "ACCEPTED")).containsExactly("R2");
            assertThat(Tampering.verdicts(night, "WITHHELD")).isEmpty();
            assertThat(Tampering.sent(night)).isNotEmpty();
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
        try (Book book = Book.on(kind, folder.resolve("one")).demo().open()) {
            uninterrupted = NightFiles.in(tampered(book, null).folder());
        }
        try (Book book = Book.on(kind, folder.resolve("two")).demo().open()) {
            Tampering tampering = new Tampering(book, AUGUST_TOLD);
            tampering.cutOff("out/pboc", null);
            tampering.tamper("pboc-210");
            Home.file(tampering.work().resolve("withheld"));
            assertThat(catchThrowableOfType(Refused.class, () -> tampering.resumed("out/pboc"))
                            .exitCode())
                    .isEqualTo(ExitCode.FAILED);
            Nights.Outcome night = tampering.resumed("withheld");
            assertThat(NightFiles.in(night.folder())).isEqualTo(uninterrupted);
            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(book.count("furnished", night.run())).isZero();
        }
    }
}
