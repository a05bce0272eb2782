package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.night.Publisher;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A night is cut off as it is to be signed, by a key that is none, and somebody changes what was reconciled. */
class ReconciledTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_reconcile_read_is_what_is_published_or_nothing_is(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            refused(book);
            assertThat(book.run(AUGUST_TOLD).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(Tampering.sent(new Nights.Outcome(
                            run(book),
                            Publisher.folder(book.settings.home(), run(book)),
                            true,
                            new java.util.TreeMap<>(),
                            java.util.List.of())))
                    .isNotEmpty();
        }
    }

    /** The night is cut off, a bureau's file changed, and the restart refuses it and names the file. */
    private static void refused(Book book) throws IOException {
        long next = book.application.runs().ofLender(Book.LENDER).stream()
                        .mapToLong(Run::id)
                        .max()
                        .orElse(0)
                + 1;
        Path obstacle = book.settings.home().work(Book.LENDER, next).resolve("out/manifest.json");
        Files.createDirectories(obstacle);
        book.after(AUGUST_TOLD);
        assertThat(catchThrowableOfType(Refused.class, () -> book.run(AUGUST_TOLD))
                        .exitCode())
                .isEqualTo(ExitCode.FAILED);
        Files.delete(obstacle);
        Path work = book.settings.home().work(Book.LENDER, run(book).id());
        Path file;
        try (Stream<Path> files = Files.list(work.resolve("out/pboc"))) {
            file = files.sorted().reduce((one, other) -> other).orElseThrow();
        }
        Files.writeString(file, Files.readString(file).replaceFirst("<TotOverd>", "$09"));
        Refused refused = catchThrowableOfType(
                Refused.class, () -> book.application.nights().restart(Book.LENDER));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
        assertThat(refused).hasMessageContaining("was changed").hasMessageContaining("pboc/");
        assertThat(run(book).state()).isEqualTo(Run.State.REFUSED);
        assertThat(book.settings.home().out(Book.LENDER).resolve(AUGUST_TOLD.toString()))
                .doesNotExist();
        assertThat(book.count("furnished", run(book))).isZero();
    }

    private static Run run(Book book) {
        return book.application.runs().ofLender(Book.LENDER).get(0);
    }
}
