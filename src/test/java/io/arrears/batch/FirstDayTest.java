package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.store.Databases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first day that a bureau is told of, for a lender whose nights began before it. */
class FirstDayTest {

    private static final LocalDate FROM = LocalDate.of(2026, 8, 15);

    @TempDir
    Path folder;

    private Book book(Databases kind, String name) {
        return Book.on(kind, folder.resolve(name))
                .demo()
                .policy("from: 2026-08-01", "from: " + FROM)
                .open();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void everybody_is_looked_at_on_it_as_on_a_first_night(Databases kind) {
        Set<String> reported;
        try (Book book = book(kind, "first")) {
            reported = Tampering.told(book, book.run(FROM).run());
        }
        try (Book book = book(kind, "second")) {
            Nights.Outcome before = book.run(FROM.minusDays(1));
            assertThat(Tampering.told(book, before.run())).isEmpty();
            assertThat(Tampering.told(book, book.run(FROM).run()))
                    .isEqualTo(reported)
                    .isNotEmpty();
        }
    }
}
