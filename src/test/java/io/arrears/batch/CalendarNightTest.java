package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** D1: a year that the lender's calendar does not list stops a night with a word of what to add, and leaves no trace. */
class CalendarNightTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_is_refused_until_every_year_that_counts_is_listed(Databases kind) throws IOException {
        Settings settings = new Settings(new Home(folder.resolve("home")), jobs(), kind.fresh(folder));
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            assertThat(application.imports().run(delivery()).exitCode()).isEqualTo(ExitCode.DONE);

            calendar("2025-10-01,holiday,");
            Refused asOf = refused(application);
            assertThat(asOf).hasMessageContaining("north.yaml:4: calendar: expected a calendar that lists 2026");
            assertThat(application.runs().ofLender("north")).isEmpty();

            calendar("2026-10-01,holiday,");
            Refused due = refused(application);
            assertThat(due)
                    .hasMessageContaining("account A1")
                    .hasMessageContaining("calendar test has no row of the year 2025");
            refusedLikewise(due, () -> application.explanations().explain("A1", AS_OF, (Instant) null));
            Review any = new Review(ReviewCode.BEFORE_OPENING, "E1");
            TwoPeople two = TwoPeople.of(List.of("ann", "bob"));
            refusedLikewise(due, () -> application.reviews().accept("A1", any, two, new Reason("is right")));

            calendar("2025-10-01,holiday,", "2026-10-01,holiday,");
            Path night = application.nights().run("north", AS_OF, null, false).folder();
            assertThat(Files.readAllLines(night.resolve("delinquency.csv")))
                    .anyMatch(line -> line.startsWith("A1,2026-03-02,OPEN,63,63,M3,"));
        }
    }

    private static Refused refused(Application application) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> application.nights().run("north", AS_OF, null, false));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        return refused;
    }

    private static void refusedLikewise(Refused night, ThrowingCallable other) {
        Refused refused = catchThrowableOfType(Refused.class, other);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(night).hasMessageContaining(refused.getMessage());
    }

    private Path jobs() throws IOException {
        Path jobs = folder.resolve("jobs");
        Files.createDirectories(jobs.resolve("lenders"));
        Files.createDirectories(jobs.resolve("calendars"));
        Files.copy(Path.of("jobs/lenders/common.yaml"), jobs.resolve("lenders/common.yaml"));
        Files.writeString(
                jobs.resolve("lenders/north.yaml"),
                "include: common.yaml\nlender: north\ndue-date-roll: following\ncalendar: test\n");
        return jobs;
    }

    private void calendar(String... days) throws IOException {
        Files.writeString(
                folder.resolve("jobs/calendars/test.csv"), "date,kind,name\n" + String.join("\n", days) + "\n");
    }

    /** Due on Sunday 28 December 2025, so on Monday 29. */
    private ImportRequest delivery() {
        Map<String, List<String>> files =
                TwoAccounts.with("instalments.csv", TwoAccounts.INSTALMENTS, "A1,1,1,2025-12-28,500,0");
        files.remove("entries.csv");
        return ImportRequest.of(FeedRows.write(folder.resolve("delivery"), files), "tester");
    }
}
