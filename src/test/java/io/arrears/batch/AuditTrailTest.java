package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.audit.AuditEvent;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to a lender's book stands in its chain, each thing once. */
class AuditTrailTest {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Pattern WHAT = Pattern.compile(".*\"what\":\"([^\"]+)\".*");
    private static final Pattern ON = Pattern.compile(".*\"on\":\"([^\"]+)\".*");

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_import_a_run_and_its_steps_are_events_with_who_when_and_how_many(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .loan("B", "2026-01-01", "2026-02-01")
                .paid("A", "some day", "10.00");
        assertThat(lender.deliver(ALL).exitCode()).isEqualTo(ExitCode.DONE);
        Run run = lender.run("2026-02-28").run();

        List<AuditEvent> events = events(lender);
        assertThat(told(events))
                .startsWith("import done import")
                .containsSubsequence(
                        "run started 2026-02-28",
                        "step done scope",
                        "step done assess",
                        "step done brake",
                        "step done furnish",
                        "step done submit",
                        "step done worklist",
                        "step done list",
                        "step done join",
                        "step done reconcile",
                        "step done withhold",
                        "step done report",
                        "run published 2026-02-28");
        assertThat(events.get(0).json())
                .contains("\"entries\":{\"corrected\":0,\"loaded\":0,\"rejected\":1,\"repeated\":0,\"rows\":1")
                .contains("\"digests\":{\"rejected.csv\":\"", "\"by\":\"", "\"host\":\"");
        assertThat(of(events, "step done assess"))
                .contains("\"counts\":{\"filtered\":0,\"read\":2,\"skipped\":0,\"written\":2}")
                .contains("\"run\":" + run.id());
        assertThat(of(events, "run published 2026-02-28"))
                .contains("\"after\":\"" + lender.last().manifestDigest());
        assertThat(events.get(0).follows(AuditEvent.FIRST)).isTrue();
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).number()).isEqualTo(i + 1);
            assertThat(events.get(i).follows(events.get(i - 1).hash())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_run_that_is_restarted_tells_the_end_of_each_step_once(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Run run = NightsTest.stuck(lender, "2026-02-28");
        Files.delete(lender.folder("2026-02-28").resolve("mine.txt"));
        Files.delete(lender.folder("2026-02-28"));
        lender.book.application.nights().restart(lender.name);

        assertThat(told(lender.book.application.audit().ofRun(lender.name, run.id())))
                .containsExactly(
                        "run started 2026-02-28",
                        "step done scope",
                        "step done assess",
                        "step done brake",
                        "step done furnish",
                        "step done submit",
                        "step done worklist",
                        "step done list",
                        "step done join",
                        "step done reconcile",
                        "step done withhold",
                        "step done report",
                        "run restarted 2026-02-28",
                        "run published 2026-02-28");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_ended_otherwise_is_told_with_its_reason(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Run run = NightsTest.stuck(lender, "2026-02-28");
        lender.book.application.nights().abandon(run.id(), "the wrong day");
        assertThat(of(events(lender), "run abandoned 2026-02-28")).contains("\"reason\":\"the wrong day\"");

        assertThat(lender.paid("A", "some day", "10.00").deliver(ALL).exitCode())
                .isEqualTo(ExitCode.DONE);
        String reject = "entries:" + lender.id("E1");
        lender.book.application.imports().discard(reject, new Reason("never was"), TwoPeople.of(List.of("ann", "bob")));
        assertThat(of(events(lender), "rejects discarded " + reject))
                .contains("\"people\":[\"ann\",\"bob\"]", "\"reason\":\"never was\"", "\"rejects\":1");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_refused_delivery_stands_in_every_chain(Databases kind) {
        Portfolio one = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Portfolio other = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .paid("A", "some day", "10.00");
        assertThat(other.deliver(BigDecimal.ONE).exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(of(events(one), "import refused import")).contains("\"reason\":", "rejected.csv");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_replay_is_one_event(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Run run = lender.run("2026-02-28").run();
        int before = events(lender).size();
        lender.book.application.nights().replay(lender.name, run.asOf(), run.cutoff());
        assertThat(told(events(lender)).subList(before, before + 1)).containsExactly("replay published 2026-02-28");
        assertThat(events(lender)).hasSize(before + 1);
    }

    private static List<AuditEvent> events(Portfolio lender) {
        return lender.book.application.audit().all(lender.name);
    }

    private static String of(List<AuditEvent> events, String told) {
        return events.stream()
                .filter(event -> told(event).equals(told))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .json();
    }

    private static List<String> told(List<AuditEvent> events) {
        return events.stream().map(AuditTrailTest::told).toList();
    }

    private static String told(AuditEvent event) {
        Matcher what = WHAT.matcher(event.json());
        Matcher on = ON.matcher(event.json());
        return (what.matches() ? what.group(1) : "?")
                + (on.matches() ? " " + on.group(1).replaceAll("^import \\d+", "import") : "");
    }
}
