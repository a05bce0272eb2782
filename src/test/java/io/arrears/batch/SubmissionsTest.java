package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.FolderCheck;
import io.arrears.furnish.Reported.State;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nights submit to the PBOC, what stops them, and what is left of one that is stopped. */
class SubmissionsTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final String PAID = "entry_id,account_id,type,value_on,posted_at,amount";
    private static final List<String> TABLES = List.of("furnished", "submission", "pending");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_payment_posted_late_restates_the_months_told_since_its_value_date(Databases kind) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.runAndSend(AUGUST_TOLD);
            book.deliver("entries", PAID, paid("H000000008", "2026-08-27"));
            Nights.Outcome night = book.run(AUGUST_TOLD.plusDays(1));
            List<String> corrections = NightFiles.list(night, "corrections.csv");
            assertThat(corrections)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).startsWith("H000000008,pboc,212,H,2026-08-31,"))
                    .anySatisfy(line -> assertThat(line).contains(",ActRpyAmt,"));
            assertThat(records(night, "212")).hasSize(1);
            assertThat(records(night, "210")).isEmpty();

            book.move(name(night, "212"), State.VOID);
            Nights.Outcome again = book.run(AUGUST_TOLD.plusDays(2));
            assertThat(NightFiles.list(again, "corrections.csv"))
                    .as("what is void is told anew")
                    .isEqualTo(corrections);
            book.later(1);
            book.moveAll(State.PREPARED, State.SENT);
            assertThat(NightFiles.list(book.run(AUGUST_TOLD.plusDays(3)), "corrections.csv"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_correction_that_could_not_be_told_is_told_once_what_was_under_way_is_sent(Databases kind) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.run(AUGUST_TOLD);
            book.deliver("entries", PAID, paid("H000000008", "2026-08-27"));
            Nights.Outcome held = book.run(AUGUST_TOLD.plusDays(1));
            assertThat(NightFiles.list(held, "corrections.csv")).isEmpty();
            assertThat(NightFiles.list(held, "held.csv"))
                    .anySatisfy(line ->
                            assertThat(line).startsWith("H000000008,pboc,210,").contains(",underway,"));
            book.moveAll(State.PREPARED, State.SENT);
            assertThat(NightFiles.list(book.run(AUGUST_TOLD.plusDays(2)), "corrections.csv"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).startsWith("H000000008,pboc,212,H,"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_month_that_was_missed_is_told_by_any_later_run(Databases kind) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.runAndSend(AUGUST_TOLD);
            Nights.Outcome night = book.run(LocalDate.of(2026, 11, 5));
            List<String> records = records(night, "210");
            for (String month : List.of("2026-09", "2026-10")) {
                assertThat(records.stream().filter(line -> line.contains("<Month>" + month + "</Month>")))
                        .as(month)
                        .hasSizeGreaterThan(10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void too_many_corrections_stop_the_night_and_leave_no_trace(Databases kind) {
        try (Book book = Book.on(kind, folder)
                .demo()
                .policy("from:", "corrections-max: 0\n    from:")
                .open()) {
            Nights.Outcome first = book.runAndSend(AUGUST_TOLD);
            book.deliver("entries", PAID, paid("H000000008", "2026-08-27"));
            LocalDate day = AUGUST_TOLD.plusDays(1);
            refused(ExitCode.REJECTED, "corrections-max is 0", () -> book.run(day));
            Run stopped = book.application.runs().ofLender(Book.LENDER).get(0);
            assertThat(stopped.state()).isEqualTo(Run.State.REFUSED);
            for (String table : TABLES) {
                assertThat(book.count(table, stopped)).as(table).isZero();
            }
            assertThat(book.settings.home().out(Book.LENDER).resolve(day.toString()))
                    .doesNotExist();
            assertThat(book.settings.home().work(Book.LENDER, stopped.id())).doesNotExist();

            book.policy("corrections-max: 0", "corrections-max: 50");
            Nights.Outcome again = book.run(day);
            assertThat(NightFiles.list(again, "corrections.csv")).isNotEmpty();
            assertThat(names(again)).doesNotContainAnyElementsOf(names(first));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_book_that_the_bureau_may_know_is_not_told_as_if_it_were_new(Databases kind) {
        try (Book book = Book.on(kind, folder)
                .demo()
                .policy("not-yet-reported: true", "not-yet-reported: false")
                .open()) {
            refused(ExitCode.USAGE, "bureau baseline pboc FILE", () -> book.run(AUGUST_TOLD));
            Run stopped = book.application.runs().ofLender(Book.LENDER).get(0);
            assertThat(stopped.state()).isEqualTo(Run.State.REFUSED);
            book.policy("not-yet-reported: false", "not-yet-reported: true");
            assertThat(names(book.runAndSend(AUGUST_TOLD))).isNotEmpty();
            book.policy("not-yet-reported: true", "not-yet-reported: false");
            assertThat(book.run(AUGUST_TOLD.plusDays(1)).wasThereAlready()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_abandoned_run_takes_back_what_it_would_have_told(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Path foreign = book.settings.home().out(Book.LENDER).resolve(AUGUST_TOLD.toString());
            Home.folder(foreign);
            refused(ExitCode.FAILED, "is there already", () -> book.run(AUGUST_TOLD));
            Run run = book.application.runs().ofLender(Book.LENDER).get(0);
            for (String table : TABLES) {
                assertThat(book.count(table, run)).as(table).isPositive();
            }
            assertThat(book.inState(State.PREPARED)).isEmpty();
            book.application.nights().abandon(run.id(), "a try");
            for (String table : TABLES) {
                assertThat(book.count(table, run)).as(table).isZero();
            }
            Files.delete(foreign);
            assertThat(names(book.run(AUGUST_TOLD))).isNotEmpty();
            assertThat(book.inState(State.PREPARED)).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_lenders_of_one_provider_never_share_a_name(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            String second = book.second();
            Set<String> all = new HashSet<>();
            List<String> each = new ArrayList<>();
            for (String lender : List.of(Book.LENDER, second)) {
                each.addAll(names(book.run(lender, AUGUST_TOLD)));
            }
            all.addAll(each);
            assertThat(each).hasSize(4).hasSameSizeAs(all).anyMatch(name -> name.endsWith("21000020.txt"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_changed_and_a_missing_submission_are_found(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Nights.Outcome night = book.run(AUGUST_TOLD);
            assertThat(FolderCheck.of(night.folder()).differences()).isEmpty();
            List<String> names = names(night);
            Path file = night.folder().resolve("pboc").resolve(names.get(0));
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            assertThat(FolderCheck.of(night.folder()).differences())
                    .anySatisfy(line -> assertThat(line).startsWith("pboc/" + names.get(0) + ": sha256"));
            Files.delete(file);
            assertThat(FolderCheck.of(night.folder()).differences())
                    .containsExactly("pboc/" + names.get(0) + ": is missing");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void nobody_is_named_outside_of_the_submissions_and_nobody_else_may_read_them(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.runAndSend(AUGUST_TOLD);
            book.deliver("entries", PAID, paid("H000000008", "2026-08-27"));
            book.run(AUGUST_TOLD.plusDays(1));
            Set<String> personal = personal();
            assertThat(personal).hasSizeGreaterThan(100);
            List<String> named = new ArrayList<>();
            List<String> open = new ArrayList<>();
            Path home = book.settings.home().root();
            try (Stream<Path> tree = Files.walk(home)) {
                for (Path path : tree.toList()) {
                    boolean isFolder = Files.isDirectory(path);
                    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                    if (!mode.equals(isFolder ? "rwx------" : "rw-------")) {
                        open.add(mode + " " + path);
                    }
                    if (!isFolder && !path.toString().matches(".*/pboc/HB31\\w+\\.txt")) {
                        String text = Files.readString(path);
                        personal.stream().filter(text::contains).forEach(value -> named.add(value + " in " + path));
                    }
                }
            }
            assertThat(open).isEmpty();
            assertThat(named).isEmpty();
        }
    }

    /** Names, id numbers, phones and house numbers of everybody in the sample. */
    private Set<String> personal() throws IOException {
        Set<String> values = new TreeSet<>();
        for (String row : Files.readAllLines(folder.resolve("ledger").resolve("borrowers.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = row.split(",", -1);
            values.addAll(List.of(cells[1], cells[6], cells[8].replace("+86", ""), cells[9]));
        }
        return values;
    }

    private static String paid(String account, String valueOn) {
        return "late-" + account + "," + account + ",REPAYMENT," + valueOn + "," + valueOn + "T08:00:00Z,900.00";
    }

    private static List<String> names(Nights.Outcome night) {
        return NightFiles.in(night.folder()).keySet().stream()
                .filter(name -> name.startsWith("pboc/"))
                .map(name -> name.substring("pboc/".length()))
                .toList();
    }

    private static String name(Nights.Outcome night, String kind) {
        return names(night).stream()
                .filter(name -> name.startsWith(kind, 22))
                .findFirst()
                .orElseThrow()
                .replace(".txt", "");
    }

    /** The records that a night tells of one kind, without the header. */
    private static List<String> records(Nights.Outcome night, String kind) {
        return NightFiles.in(night.folder()).entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("pboc/") && file.getKey().startsWith(kind, 27))
                .flatMap(file -> file.getValue().lines().skip(1))
                .toList();
    }
}
