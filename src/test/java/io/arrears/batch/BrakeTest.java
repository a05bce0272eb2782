package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.audit.Manifest;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A night that makes too many people overdue is stopped, and leaves nothing that counts. */
class BrakeTest {

    static Stream<Arguments> brakes() {
        return Databases.available()
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, "2", true),
                        Arguments.of(kind, "3", false),
                        Arguments.of(kind, "37.4%", true), // 3 newly overdue of 8 open are 37.5 %
                        Arguments.of(kind, "37.5%", false),
                        Arguments.of(kind, "off", false)));
    }

    @ParameterizedTest
    @MethodSource("brakes")
    void a_night_is_stopped_above_the_brake_and_not_at_it(Databases kind, String brake, boolean stops) {
        Portfolio lender = lender(kind, brake);
        lender.run(
                "2026-02-01"); // a first night has no night before it to compare with, and overdue accounts of its own
        if (!stops) {
            assertThat(lender.run("2026-02-02").wasThereAlready()).isFalse();
            assertThat(lender.run("2026-02-03").wasThereAlready()).isFalse(); // overdue, but no longer newly
            return;
        }
        long standings = standings(lender);

        refused(ExitCode.REJECTED, "3 accounts are newly overdue, of 8 open before", () -> lender.run("2026-02-02"));

        Run stopped = lender.last();
        assertThat(stopped.state()).isEqualTo(Run.State.REFUSED);
        assertThat(stopped.message()).contains("3 accounts are newly overdue");
        assertThat(stopped.finishedAt()).isEqualTo(lender.book.now());
        for (String table : new String[] {"standing", "arrear", "review"}) {
            assertThat(lender.book.count(table, stopped)).as(table).isZero();
        }
        assertThat(standings(lender)).isEqualTo(standings);
        assertThat(lender.folder("2026-02-02")).doesNotExist();
        assertThat(lender.book.settings.home().work(lender.name, stopped.id())).doesNotExist();

        lender.policy("brake: off");
        assertThat(lender.run("2026-02-02").run().id()).isGreaterThan(stopped.id());
        assertThat(lender.listed("2026-02-02").stream().filter(row -> row.contains(",1,1,M1,")))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_people_let_one_night_pass_the_brake(Databases kind) throws IOException {
        Portfolio lender = lender(kind, "37.4%");
        lender.run("2026-02-01");
        refused(
                ExitCode.REJECTED,
                "'arrears run --lender " + lender.name
                        + " --as-of 2026-02-02 --accept BRAKE --by ONE --by OTHER --reason WHY'",
                () -> lender.run("2026-02-02"));
        Acceptance both = Acceptance.of(
                Set.of(Identity.BRAKE), TwoPeople.of(List.of("ann", "bob")), new Reason("a holiday ended"));
        Nights nights = lender.book.application.nights();

        Nights.Outcome night = nights.run(
                lender.name, LocalDate.parse("2026-02-02"), new Nights.Options(null, false, false, both, false));

        String row = "BRAKE,accounts,3,2,1,ACCEPTED,newly overdue accounts,what the policy's brake of 37.4% lets pass,"
                + "ann and bob,a holiday ended";
        assertThat(Files.readAllLines(night.folder().resolve("reconciliation.csv")))
                .contains(row);
        assertThat(Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)))
                        .accepted())
                .isEqualTo(new Manifest.Accepted(List.of("BRAKE"), "ann", "bob", "a holiday ended"));
        assertThat(Files.readString(night.folder().resolve("report.html"))).contains("a holiday ended");
        assertThat(lender.book
                        .application
                        .audit()
                        .ofRun(lender.name, night.run().id()))
                .anyMatch(event -> event.json().contains("\"on\":\"BRAKE\",\"people\":[\"ann\",\"bob\"]"));

        lender.policy("brake: off");
        lender.run("2026-03-02"); // replaces standings that the replay needs
        Nights.Outcome replay =
                nights.replay(lender.name, night.run().asOf(), night.run().cutoff());
        assertThat(replay.folder().resolve("reconciliation.csv"))
                .hasSameTextualContentAs(night.folder().resolve("reconciliation.csv"));
    }

    /** Eight open accounts: one is overdue already, three become so on 2 February; one more was closed before. */
    private static Portfolio lender(Databases kind, String brake) {
        Portfolio lender = SharedBook.on(kind).lender("brake: " + brake);
        lender.loan("C", "2026-01-01", "2026-01-10").paid("C", "2026-01-10", "100.00");
        lender.loan("O", "2026-01-01", "2026-01-20");
        for (String account : new String[] {"N1", "N2", "N3"}) {
            lender.loan(account, "2026-01-01", "2026-02-01");
        }
        for (String account : new String[] {"P1", "P2", "P3", "P4"}) {
            lender.loan(account, "2026-01-01", "2026-03-01");
        }
        return lender.deliver();
    }

    private static long standings(Portfolio lender) {
        Long count = lender.book.jdbc.queryForObject(
                "SELECT COUNT(*) FROM standing WHERE lender = ?", Long.class, lender.name);
        return count == null ? 0 : count;
    }
}
