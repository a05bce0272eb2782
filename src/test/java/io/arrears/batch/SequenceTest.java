package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.Binder;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A night that is published already is submitted a second time. */
class SequenceTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 2, 28);

    private static Nights.Outcome again(Portfolio lender) {
        return lender.book
                .application
                .nights()
                .run(lender.name, NIGHT, new Nights.Options(null, false, true, null, false));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void it_tells_what_became_known_since_and_both_can_be_told_again(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .loan("B", "2026-01-01", "2026-02-05")
                .deliver();
        Nights.Outcome first = lender.run("2026-02-28");
        lender.paid("A", "2026-02-10", "2026-02-10T05:00:00Z", "40.00").deliver();
        Nights.Outcome second = again(lender);
        lender.book.later(1);
        Nights.Outcome third = again(lender);

        assertThat(second.folder()).hasFileName("2026-02-28.2");
        assertThat(third.folder()).hasFileName("2026-02-28.3");
        assertThat(overdue(first)).isEqualTo(Map.of(lender.id("A"), "100.00", lender.id("B"), "100.00"));
        assertThat(overdue(second)).isEqualTo(Map.of(lender.id("A"), "60.00", lender.id("B"), "100.00"));
        assertThat(overdue(third)).isEqualTo(overdue(second));
        assertThat(lender.run("2026-03-01").folder()).hasFileName("2026-03-01");
        for (Nights.Outcome night : List.of(first, second)) {
            Nights.Outcome replay = lender.book
                    .application
                    .nights()
                    .replay(lender.name, NIGHT, night.run().cutoff());
            assertThat(NightFiles.in(replay.folder())).isEqualTo(NightFiles.in(night.folder()));
        }
        assertThat(new Binder(List.of(), Map.of()).check(List.of(first.folder().resolveSibling(""))))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.findings().differences())
                        .as(result.of())
                        .isEmpty());
    }

    private static Map<String, String> overdue(Nights.Outcome night) throws IOException {
        Path file = night.folder().resolve("delinquency.csv");
        List<String> header = List.of(Files.readAllLines(file).get(0).split(",", -1));
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(row -> row[0], row -> row[header.indexOf("overdue_total")]));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_was_never_published_is_not_submitted_a_second_time(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        NightsTest.refused(ExitCode.USAGE, "run it without --sequence", () -> again(lender));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void it_does_not_see_the_very_same(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Instant cutoff = lender.run("2026-02-28").run().cutoff();
        NightsTest.refused(ExitCode.USAGE, "told apart by what they see", () -> lender.book
                .application
                .nights()
                .run(lender.name, NIGHT, new Nights.Options(cutoff, false, true, null, false)));
    }
}
