package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.lender.StaleFeed;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nights for which nothing was delivered. The shared book's day is 1 April, so that only its own night can be stale. */
class FreshNightTest {

    private static final String EARLIER = "2026-03-31";
    private static final String TODAY = "2026-04-01";

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_without_a_delivery_goes_out_and_says_so_and_so_does_its_replay(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Portfolio other = SharedBook.on(kind).lender();
        Instant delivered = lender.book.now().minusSeconds(1);
        assertThat(lender.run(EARLIER).stale()).isEmpty();
        other.loan("O", "2026-01-01", "2026-02-01").deliver(); // is no delivery of this lender's

        Nights.Outcome stale = lender.run(TODAY);
        String told = "every feed: last delivered " + delivered;
        assertThat(StaleFeed.told(stale.stale())).isEqualTo(told);
        assertThat(Files.readString(stale.folder().resolve("report.html")))
                .contains("<strong>Stale data. </strong>", told);
        assertThat(StaleFeed.told(lender.book.application.freshness().of(lender.last())))
                .isEqualTo(told);
        assertThat(StaleFeed.told(lender.run(TODAY).stale()))
                .as("found published")
                .isEqualTo(told);

        lender.loan("B", "2026-01-01", "2026-02-01").deliver();
        Nights.Outcome replay = lender.book
                .application
                .nights()
                .replay(lender.name, LocalDate.parse(TODAY), stale.run().cutoff());
        assertThat(StaleFeed.told(replay.stale())).as("replay").isEqualTo(told);
        assertThat(lender.book
                        .application
                        .nights()
                        .replay(lender.name, LocalDate.parse(TODAY), null)
                        .stale())
                .as("what is known by now")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void where_fresh_data_are_required_the_night_stops_until_they_come(Databases kind) {
        Portfolio lender = lender(kind, "freshness: required", "required-feeds: [accounts, entries]");
        refused(ExitCode.REJECTED, "the data are stale (entries: never delivered)", () -> lender.run(EARLIER));
        Run stopped = lender.last();
        assertThat(stopped.state()).isEqualTo(Run.State.REFUSED);
        assertThat(lender.folder(EARLIER)).doesNotExist();

        lender.paid("A", "2026-02-01", "100.00").deliver();
        assertThat(lender.run(EARLIER).stale()).isEmpty();
        lender.book.later(1);
        refused(ExitCode.REJECTED, "accounts: last delivered", () -> lender.run(TODAY));
        lender.loan("A", "2026-01-01", "2026-02-01").deliver(); // nothing new in it: it came all the same
        refused(ExitCode.REJECTED, "the data are stale (entries: last delivered", () -> lender.run(TODAY));
        lender.paid("A", "2026-02-02", "1.00").deliver();
        assertThat(lender.run(TODAY).stale()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_core_systems_own_day_counts_where_it_says_one(Databases kind) {
        Portfolio lender = lender(kind, "required-feeds: [entries]");
        lender.paid("A", "2026-02-01", "1.00")
                .control("2026-03-30", "entries", 1, "1")
                .deliver();
        assertThat(StaleFeed.told(lender.run(EARLIER).stale())).isEqualTo("entries: control.csv is of 2026-03-30");
        lender.book.later(1);
        lender.paid("A", "2026-02-02", "1.00").control(TODAY, "entries", 1, "1").deliver();
        assertThat(lender.run(TODAY).stale()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void off_says_nothing(Databases kind) {
        Portfolio lender = lender(kind, "freshness: off");
        lender.run(EARLIER);
        assertThat(lender.run(TODAY).stale()).isEmpty();
    }

    private static Portfolio lender(Databases kind, String... policy) {
        return SharedBook.on(kind)
                .lender(policy)
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
    }
}
