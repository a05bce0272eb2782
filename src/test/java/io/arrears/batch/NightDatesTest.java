package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.Manifest;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A night of a day that has not come is refused, and so is one that leaves out days of its calendar unasked. */
class NightDatesTest {

    private static Portfolio lender(Databases kind, String... policy) {
        return SharedBook.on(kind)
                .lender(policy)
                .loan("A", "2026-01-01", "2026-02-01", "2026-03-01")
                .deliver();
    }

    private static Nights.Outcome skipping(Portfolio lender, String asOf) {
        return lender.book
                .application
                .nights()
                .run(lender.name, LocalDate.parse(asOf), new Nights.Options(null, false, false, null, true));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_day_that_has_not_come_where_the_lender_is_leaves_nothing_behind(Databases kind) {
        assertThat(SharedBook.on(kind).now()).isBetween("2026-04-01T06:00:00Z", "2026-04-01T06:59:59Z");
        Portfolio lender = lender(kind, "zone: America/Los_Angeles"); // where 1 April begins at 07:00 UTC
        for (String day : List.of("2026-04-01", "2027-03-31", "9999-12-31", "+999999999-12-31")) {
            refused(
                    ExitCode.USAGE,
                    "the as-of date " + day + " lies in the future: where " + lender.name
                            + " is (America/Los_Angeles) today is 2026-03-31",
                    () -> lender.run(day));
            refused(
                    ExitCode.USAGE,
                    "lies in the future",
                    () -> lender.book.application.nights().replay(lender.name, LocalDate.parse(day), null));
            refused(ExitCode.USAGE, "lies in the future", () -> lender.book
                    .application
                    .nights()
                    .run(lender.name, LocalDate.parse(day), new Nights.Options(null, false, true, null, false)));
        }
        refused(ExitCode.USAGE, "lies before 1970-01-01", () -> lender.run("1969-12-31"));
        refused(ExitCode.USAGE, "lies before 1970-01-01", () -> lender.run("-999999999-01-01"));
        refused(
                ExitCode.USAGE,
                "the cutoff -1000000000-01-01T00:00:00Z lies before",
                () -> lender.run("2026-02-01", Instant.MIN));
        refused(ExitCode.USAGE, "lies in the future", () -> lender.run("2026-02-01", Instant.MAX));

        assertThat(lender.book.application.runs().ofLender(lender.name)).isEmpty();
        assertThat(lender.book.application.runs().unfinished())
                .noneMatch(run -> run.lender().name().equals(lender.name));
        assertThat(lender.book.settings.home().out(lender.name)).doesNotExist();
        assertThat(lender.run("2026-03-31").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_cutoff_before_anything_was_posted_is_refused(Databases kind, @TempDir Path folder) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            LocalDate asOf = LocalDate.of(2026, 8, 2);
            Instant before = Instant.parse("2001-01-01T00:00:00Z");
            String why = "the cutoff 2001-01-01T00:00:00Z lies before all that was ever posted of harbour";
            book.after(asOf);
            refused(ExitCode.USAGE, why, () -> book.application.nights().run(Book.LENDER, asOf, before, false));
            Instant cutoff = book.run(asOf).run().cutoff();
            book.later(1);
            refused(ExitCode.USAGE, why, () -> book.application.nights().replay(Book.LENDER, asOf, before));
            assertThat(book.application
                            .nights()
                            .replay(Book.LENDER, asOf, cutoff)
                            .exitCode())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_that_leaves_out_due_days_names_them_and_runs_once_somebody_says_so(Databases kind) throws IOException {
        Portfolio lender = lender(kind, "nights: daily");
        lender.run("2026-02-08");
        lender.run("2026-02-09");
        refused(
                ExitCode.USAGE,
                lender.name + " has no night of 2026-02-10, 2026-02-11 between 2026-02-09 and 2026-02-12",
                () -> lender.run("2026-02-12"));
        refused(
                ExitCode.USAGE,
                "no night of 10 days, 2026-02-10 to 2026-02-19, between",
                () -> lender.run("2026-02-20"));
        refused(
                ExitCode.USAGE,
                "run them first, oldest first, or leave them out for good with --skip-missed",
                () -> lender.run("2026-02-20"));
        assertThat(lender.book.application.runs().ofLender(lender.name)).hasSize(2);

        Nights.Outcome night = skipping(lender, "2026-02-20");

        Run run = night.run();
        assertThat(run.skipped()).hasToString("10 due days, 2026-02-10 to 2026-02-19");
        assertThat(Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)))
                        .skippedMissed())
                .isEqualTo(new Manifest.SkippedMissed("2026-02-10", "2026-02-19", 10));
        assertThat(Files.readString(night.folder().resolve("report.html")))
                .contains("10 due days before this night were left out on purpose: 2026-02-10 to 2026-02-19");
        assertThat(lender.book.application.audit().all(lender.name))
                .map(AuditEvent::json)
                .filteredOn(json -> json.contains("skippedMissed"))
                .singleElement()
                .asString()
                .contains(
                        "\"what\":\"run started\"", "{\"count\":10,\"first\":\"2026-02-10\",\"last\":\"2026-02-19\"}");
        lender.book.later(1);
        Nights.Outcome replay = lender.book.application.nights().replay(lender.name, run.asOf(), run.cutoff());
        assertThat(replay.run().skipped()).isEqualTo(run.skipped());
        assertThat(lender.run("2026-02-21").run().skipped()).isNull();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void asking_to_leave_days_out_where_none_is_due_says_nothing(Databases kind) {
        Portfolio lender = lender(kind, "nights: month-ends");
        assertThat(skipping(lender, "2026-02-06").run().skipped()).isNull();
        assertThat(skipping(lender, "2026-02-28").run().skipped()).isNull();
        refused(ExitCode.USAGE, "run it first", () -> {
            lender.run("2026-03-30");
            lender.run("2026-04-01");
        });
        assertThat(skipping(lender, "2026-04-01").run().skipped()).hasToString("2026-03-31");
    }
}
