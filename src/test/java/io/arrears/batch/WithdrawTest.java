package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.Binder;
import io.arrears.audit.FolderCheck;
import io.arrears.audit.Manifest;
import io.arrears.furnish.Reported.State;
import io.arrears.night.Withdrawals;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong night is taken back, and those after it are what they would be had nobody run it. */
class WithdrawTest {

    private static final LocalDate TOLD = LocalDate.of(2026, 9, 2);
    private static final LocalDate WRONG = LocalDate.of(2026, 10, 2);

    @TempDir
    Path folder;

    static Withdrawals.Request request(boolean keepsTold) {
        return new Withdrawals.Request(TwoPeople.of(List.of("ann", "bob")), new Reason("the wrong day"), keepsTold);
    }

    private static Withdrawals.Withdrawn withdraw(Application application, Run run) throws IOException {
        return application.withdrawals().withdraw(run.id(), request(false));
    }

    /** August is told and sent; then a payment comes late. */
    private Book book(Databases kind, String name) {
        Book book = Book.on(kind, folder.resolve(name)).demo().open();
        book.runAndSend(TOLD);
        book.deliver(
                "entries",
                "entry_id,account_id,type,value_on,posted_at,amount",
                "late,H000000008,REPAYMENT,2026-08-27,2026-08-27T08:00:00Z,900.00");
        return book;
    }

    private static Nights.Outcome at(Book book, LocalDate clock, LocalDate asOf) {
        book.after(clock);
        book.later(1);
        return book.application.nights().run(Book.LENDER, asOf, null, false);
    }

    /** Data files by name, a bureau's by its kind and without its header, which has its name. */
    private static Map<String, String> files(Nights.Outcome night) {
        Map<String, String> files = new TreeMap<>();
        NightFiles.in(night.folder()).forEach((name, text) -> {
            if (name.startsWith("pboc/")) {
                files.put(name.replaceAll("pboc/.{22}(...).*", "pboc $1"), text.substring(text.indexOf('\n')));
            } else {
                files.put(name, text.replaceAll("HB\\d{20,}\\.txt", "a file"));
            }
        });
        return files;
    }

    private static String without(String row, String text) {
        return text.lines().filter(line -> !line.matches(row)).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_nights_after_it_are_those_of_a_lender_that_never_ran_it(Databases kind) throws IOException {
        try (Book never = book(kind, "never");
                Book book = book(kind, "book")) {
            Map<String, List<String>> before = tables(book);
            Nights.Outcome wrong = at(book, WRONG, WRONG); // a month later than it should be
            assertThat(NightFiles.list(wrong, "delinquency.csv")).isNotEmpty();
            assertThat(tables(book)).isNotEqualTo(before);
            Map<String, String> bytes = NightFiles.in(wrong.folder());
            long records = book.count("furnished", wrong.run());
            assertThat(records).isPositive();

            Withdrawals.Withdrawn withdrawn = withdraw(book.application, wrong.run());

            assertThat(tables(book)).isEqualTo(before);
            assertThat(book.count("furnished_withdrawn", wrong.run())).isEqualTo(records);
            assertThat(wrong.folder()).doesNotExist();
            assertThat(withdrawn.folder())
                    .isEqualTo(book.settings.home().out(Book.LENDER).resolve("withdrawn/2026-10-02-run2"));
            assertThat(NightFiles.in(withdrawn.folder())).isEqualTo(bytes);
            assertThat(FolderCheck.of(withdrawn.folder()).differences()).isEmpty();
            assertThat(book.inState(State.PREPARED)).isEmpty();
            requireVerified(book);

            for (int night = 1; night <= 4; night++) {
                LocalDate asOf = TOLD.plusDays(night);
                LocalDate clock = WRONG.plusDays(night - 1);
                Nights.Outcome real = at(book, clock, asOf);
                Nights.Outcome twin = at(never, clock, asOf);
                assertThat(real.run().full()).isEqualTo(night == 1);
                assertThat(real.run().previousRun())
                        .isEqualTo(night == 1 ? 1 : real.run().id() - 1);
                Map<String, String> one = night == 1 ? files(real) : NightFiles.in(real.folder());
                Map<String, String> other = night == 1 ? files(twin) : NightFiles.in(twin.folder());
                if (night == 1) { // as after files were kept back, R6 looks at all
                    for (Map<String, String> files : List.of(one, other)) {
                        files.computeIfPresent("reconciliation.csv", (name, text) -> without("R6,.*", text));
                    }
                }
                assertThat(one.keySet()).as("night %d", night).isEqualTo(other.keySet());
                for (Map.Entry<String, String> file : other.entrySet()) {
                    assertThat(one.get(file.getKey()).lines())
                            .as("%s of night %d", file.getKey(), night)
                            .containsExactlyElementsOf(file.getValue().lines().toList());
                }
                assertThat(FolderCheck.of(real.folder()).differences()).isEmpty();
                assertThat(replayed(book, real)).isEqualTo(NightFiles.in(real.folder()));
                requireVerified(book);
                book.later(1);
                never.later(1);
                book.moveAll(State.PREPARED, State.SENT);
                never.moveAll(State.PREPARED, State.SENT);
            }
            assertThat(book.application
                            .runs()
                            .lastPublished(Book.LENDER)
                            .orElseThrow()
                            .asOf())
                    .isEqualTo(TOLD.plusDays(4));
            assertThat(chain(book, wrong.run())).hasSize(1);
        }
    }

    /** From the folders alone: the signed notice says so, then the next night's trail. */
    private static void requireVerified(Book book) {
        assertThat(new Binder(List.of(), Map.of())
                        .check(List.of(book.settings.home().out(Book.LENDER))))
                .hasSizeGreaterThan(2)
                .allSatisfy(result -> assertThat(result.findings().differences())
                        .as(result.of())
                        .isEmpty());
    }

    private static Map<String, String> replayed(Book book, Nights.Outcome night) {
        return NightFiles.in(book.application
                .nights()
                .replay(Book.LENDER, night.run().asOf(), night.run().cutoff())
                .folder());
    }

    private static List<String> chain(Book book, Run run) {
        return book.application.audit().all(Book.LENDER).stream()
                .map(AuditEvent::json)
                .filter(json -> json.contains("\"what\":\"run withdrawn\"") && json.contains("\"run\":" + run.id()))
                .filter(json -> json.contains("\"people\":[\"ann\",\"bob\"]") && json.contains("the wrong day"))
                .toList();
    }

    /** What counts, but for the states of files, which say that they are void. */
    static Map<String, List<String>> tables(Book book) {
        return book.tables(
                "standing",
                "arrear",
                "review",
                "standing_history",
                "arrear_history",
                "review_history",
                "furnished",
                "night_accounts");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_nights_are_withdrawn_from_the_newest_back_and_a_late_start_is_the_first_night_again(Databases kind)
            throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01", "2026-03-01")
                .paid("A", "2026-02-20", "100.00")
                .deliver();
        Withdrawals withdrawals = lender.book.application.withdrawals();
        Run first = lender.run("2026-02-02").run();
        List<String> rows = lender.listed("2026-02-02");
        Run second = lender.run("2026-03-02").run();
        refused(
                ExitCode.USAGE,
                "is not the newest night of its lender, which is " + second,
                () -> withdrawals.withdraw(first.id(), request(false)));
        refused(
                ExitCode.USAGE,
                "only move forward. If " + second + " is wrong, 'arrears withdraw " + second.id() + "' takes it back",
                () -> lender.run("2026-02-03"));

        withdraw(lender.book.application, second);
        refused(ExitCode.USAGE, "is withdrawn already, since", () -> withdrawals.withdraw(second.id(), request(false)));
        lender.run("2026-02-02"); // is there already
        withdraw(lender.book.application, first);

        assertThat(Files.readString(lender.book.settings.home().out(lender.name).resolve("index.html")))
                .contains("No night that stands")
                .contains("withdrawn/2026-02-02-run" + first.id() + "/report.html")
                .contains("withdrawn/2026-03-02-run" + second.id() + "/report.html");
        assertThat(lender.book.count("standing", first)).isZero();
        Nights.Outcome again = lender.run("2026-02-02");
        assertThat(again.run().id()).isGreaterThan(second.id());
        assertThat(again.run().full()).isTrue();
        assertThat(again.run().previousRun()).isNull();
        assertThat(lender.listed("2026-02-02")).isEqualTo(rows);
        assertThat(Manifest.parse(Files.readAllBytes(again.folder().resolve(Manifest.FILE)))
                        .previous())
                .isNull();
        assertThat(lender.run("2026-02-03").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_withdrawn_night_is_not_told_again_by_its_cutoff(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Run run = lender.run("2026-02-02").run();
        withdraw(lender.book.application, run);
        Nights nights = lender.book.application.nights();
        refused(
                ExitCode.USAGE,
                run + " had this cutoff and was withdrawn",
                () -> nights.replay(lender.name, run.asOf(), run.cutoff()));
        lender.book.later(1);
        assertThat(nights.replay(lender.name, run.asOf(), null).exitCode()).isEqualTo(ExitCode.DONE);
        refused(
                ExitCode.USAGE,
                "is a replay, which counts for nothing",
                () -> lender.book.application.withdrawals().withdraw(-1, request(false)));
        refused(
                ExitCode.USAGE,
                "there is no run 987654321",
                () -> lender.book.application.withdrawals().withdraw(987_654_321, request(false)));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void nothing_is_withdrawn_while_a_run_is_unfinished_or_its_folder_was_changed(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Withdrawals withdrawals = lender.book.application.withdrawals();
        Nights.Outcome night = lender.run("2026-02-02");
        Run stuck = NightsTest.stuck(lender, "2026-02-03");
        refused(
                ExitCode.USAGE,
                stuck + " is unfinished; 'arrears restart' resumes it or 'arrears abandon' gives it up",
                () -> withdrawals.withdraw(night.run().id(), request(false)));
        refused(ExitCode.USAGE, "is not published", () -> withdrawals.withdraw(stuck.id(), request(false)));
        lender.book.application.nights().abandon(stuck.id(), "a try");
        refused(ExitCode.USAGE, "was never published", () -> withdrawals.withdraw(stuck.id(), request(false)));
        Path manifest = night.folder().resolve(Manifest.FILE);
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"restarts\"", " \"restarts\""));
        refused(
                ExitCode.DIFFERENCE,
                "does not hold the manifest that",
                () -> withdrawals.withdraw(night.run().id(), request(false)));
        assertThat(lender.book.application.runs().find(night.run().id()).state())
                .isEqualTo(Run.State.PUBLISHED);
        Files.writeString(manifest, text);
        assertThat(withdraw(lender.book.application, night.run()).run().state()).isEqualTo(Run.State.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the file is        | withdraw says
            RELEASED             | is RELEASED of run 2 (harbour 2026-09-03): a released file may have been handed over
            RELEASED SENT        | what a bureau was sent is not taken back here; the next night mends it
            RELEASED SENT ACCEPTED | is ACCEPTED of run 2
            RELEASED SENT REJECTED | is REJECTED of run 2
            VOID                 | ''
            """)
    void a_night_of_which_a_file_went_out_stands(String states, String says) throws IOException {
        try (Book book = book(Databases.H2, "book")) {
            Run run = book.run(TOLD.plusDays(1)).run();
            String file = book.inState(State.PREPARED).get(0);
            for (String state : states.split(" ", -1)) {
                book.later(1);
                book.move(file, State.valueOf(state));
            }
            Map<String, List<String>> before = tables(book);
            if (says.isEmpty()) {
                assertThat(withdraw(book.application, run).run().state()).isEqualTo(Run.State.WITHDRAWN);
                return;
            }
            refused(ExitCode.USAGE, says, () -> withdraw(book.application, run));
            refused(ExitCode.USAGE, "pboc " + file + " is ", () -> withdraw(book.application, run));
            assertThat(tables(book)).isEqualTo(before);
            assertThat(book.application.runs().find(run.id()).state()).isEqualTo(Run.State.PUBLISHED);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_was_sent_of_a_night_of_a_wrong_clock_stays_told(Databases kind) throws IOException {
        try (Book book = book(kind, "book")) {
            LocalDate asOf = TOLD.plusDays(1);
            Run run = book.runAndSend(asOf).run();
            List<String> reported = records(book, run);
            assertThat(reported).isNotEmpty();
            refused(ExitCode.USAGE, "with --keep-told", () -> withdraw(book.application, run));

            Run withdrawn = book.application
                    .withdrawals()
                    .withdraw(run.id(), request(true))
                    .run();

            assertThat(withdrawn.withdrawn().keepsTold()).isTrue();
            assertThat(book.count("standing", run)).isZero();
            assertThat(records(book, run)).isEqualTo(reported);
            assertThat(book.count("furnished_withdrawn", run)).isZero();
            Run next = at(book, asOf, asOf).run();
            assertThat(records(book, next)).doesNotContainAnyElementsOf(reported);
            assertThat(chain(book, run)).singleElement().asString().contains("\"toldKept\":true");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void after_the_night_of_a_clock_a_year_ahead_the_real_ones_run(Databases kind) throws IOException {
        try (Book never = book(kind, "never");
                Book book = book(kind, "book")) {
            LocalDate asOf = TOLD.plusDays(1);
            Run wrong = at(book, asOf.plusYears(1), asOf.plusYears(1)).run();
            book.after(asOf);
            refused(ExitCode.USAGE, "only move forward", () -> at(book, asOf, asOf));
            withdraw(book.application, wrong);

            Nights.Outcome real = at(book, asOf, asOf);
            Nights.Outcome twin = at(never, asOf, asOf);

            assertThat(real.run().cutoff()).isEqualTo(twin.run().cutoff());
            assertThat(files(real)).containsEntry("delinquency.csv", files(twin).get("delinquency.csv"));
            assertThat(Tampering.told(book, real.run())).isEqualTo(Tampering.told(never, twin.run()));
            Run again = at(book, asOf.plusYears(1), asOf.plusYears(1)).run();
            book.deliver(
                    "entries",
                    "entry_id,account_id,type,value_on,posted_at,amount",
                    "later,H000000009,REPAYMENT,2026-08-27,2026-08-27T08:00:00Z,900.00");
            book.after(asOf.plusDays(1));
            refused(ExitCode.USAGE, "are known only", () -> withdraw(book.application, again));
        }
    }

    private static List<String> records(Book book, Run run) {
        return book.jdbc.queryForList(
                "SELECT CONCAT(account_id, ' ', kind, ' ', reported_on) FROM furnished WHERE lender = ? AND run_id = ?",
                String.class,
                Book.LENDER,
                run.id());
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_day_of_a_night_whose_files_went_out_is_missed_by_nobody(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender("nights: daily")
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        lender.run("2026-02-02");
        Run kept = lender.run("2026-02-03").run();
        lender.book.application.withdrawals().withdraw(kept.id(), request(true));
        assertThat(lender.run("2026-02-04").run().skipped()).isNull();

        Run taken = lender.run("2026-02-05").run();
        withdraw(lender.book.application, taken);
        refused(ExitCode.USAGE, "has no night of 2026-02-05", () -> lender.run("2026-02-06"));
    }
}
