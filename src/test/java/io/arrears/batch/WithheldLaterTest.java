package io.arrears.batch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.FolderCheck;
import io.arrears.furnish.Reported.State;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bureau is kept back that was told before, or in other ways: what the night after it tells, and what a replay gives. */
class WithheldLaterTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final LocalDate KEPT_BACK = AUGUST_TOLD.plusDays(1);
    private static final LocalDate NEXT = KEPT_BACK.plusDays(1);

    @TempDir
    Path folder;

    /** August is told and sent; then a payment comes late that changes what was told of it. */
    private Book corrected(Databases kind, String name) {
        Book book = Book.on(kind, folder.resolve(name)).demo().open();
        book.runAndSend(AUGUST_TOLD);
        book.deliver(
                "entries",
                "entry_id,account_id,type,value_on,posted_at,amount",
                "late,H000000008,REPAYMENT,2026-08-27,2026-08-27T08:00:00Z,900.00");
        return book;
    }

    private static List<String> r6(Nights.Outcome night) {
        return NightFiles.list(night, "reconciliation.csv").stream()
                .filter(row -> row.startsWith("R6,"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_next_night_tells_what_it_would_had_nobody_run_the_one_kept_back(Databases kind) throws IOException {
        Set<String> undisturbed;
        Map<String, String> lists;
        try (Book book = corrected(kind, "undisturbed")) {
            Nights.Outcome night = book.run(NEXT);
            undisturbed = Tampering.told(book, night.run());
            lists = NightFiles.in(night.folder());
            assertThat(r6(night)).noneMatch(row -> row.contains("all of them"));
        }
        assertThat(undisturbed).anyMatch(record -> record.startsWith("H000000008 212 H 2026-08-31 "));
        Set<String> madeVoid;
        try (Book book = corrected(kind, "void")) {
            book.run(KEPT_BACK);
            book.later(1);
            book.moveAll(State.PREPARED, State.VOID);
            madeVoid = Tampering.told(book, book.run(NEXT).run());
        }
        assertThat(madeVoid).isEqualTo(undisturbed);
        try (Book book = corrected(kind, "tampered")) {
            Nights.Outcome kept = new Tampering(book, KEPT_BACK).tampered("pboc-212", null);
            assertThat(kept.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(Tampering.verdicts(kept, "WITHHELD")).containsExactly("R2");

            Nights.Outcome night = book.run(NEXT);

            assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(Tampering.told(book, night.run())).isEqualTo(undisturbed);
            for (String list : List.of("corrections.csv", "held.csv")) {
                assertThat(NightFiles.in(night.folder())).as(list).containsEntry(list, lists.get(list));
            }
            assertThat(r6(night))
                    .allSatisfy(row -> assertThat(row).contains(",OK,"))
                    .filteredOn(row -> row.contains("all of them"))
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_replay_tells_nobody_of_what_was_kept_back_and_all_of_what_was_told_after_it(Databases kind)
            throws IOException {
        try (Book book = corrected(kind, "book")) {
            Nights.Outcome kept = new Tampering(book, KEPT_BACK).tampered("pboc-212", null);
            Nights.Outcome next = book.run(NEXT);
            book.later(100);

            Map<String, String> once = NightFiles.in(kept.folder());
            Map<String, String> again = replayed(book, kept);
            assertThat(once.remove("differences/R2.csv")).isNotNull();
            for (Map<String, String> files : List.of(once, again)) {
                files.computeIfPresent("reconciliation.csv", (name, text) -> without("R[126],.*", text));
                files.computeIfPresent("figures.csv", (name, text) -> without("verdicts,.*", text));
            }
            assertThat(NightFiles.list(kept, "reconciliation.csv")).anyMatch(row -> row.startsWith("R1,"));
            assertThat(again).isEqualTo(once).containsKey("reconciliation.csv");

            assertThat(replayed(book, next)).isEqualTo(NightFiles.in(next.folder()));
        }
    }

    private static String without(String row, String text) {
        return text.lines().filter(line -> !line.matches(row)).collect(joining("\n"));
    }

    private static Map<String, String> replayed(Book book, Nights.Outcome night) {
        Nights.Outcome replay = book.application
                .nights()
                .replay(Book.LENDER, night.run().asOf(), night.run().cutoff());
        assertThat(FolderCheck.of(replay.folder()).differences()).isEmpty();
        assertThat(replay.exitCode()).isEqualTo(ExitCode.DONE);
        return NightFiles.in(replay.folder());
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_that_is_neither_told_nor_listed_keeps_back_its_bureau(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Tampering tampering = new Tampering(book, AUGUST_TOLD);
            tampering.cutOff("out/pboc", null);
            String forgotten = forgetOneHeld(tampering);

            Nights.Outcome night = tampering.resumed("out/pboc");

            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(Tampering.verdicts(night, "WITHHELD")).containsExactly("R1");
            assertThat(Tampering.verdicts(night, "DIFFERENCE")).isEmpty();
            assertThat(Files.readAllLines(night.folder().resolve("differences/R1.csv")))
                    .containsExactly(
                            "account_id,left,right", forgotten + ",owes pboc a record,neither told nor listed");
            assertThat(Tampering.sent(night)).isEmpty();
            assertThat(night.withheld().get("pboc")).isNotEmptyDirectory();
            assertThat(book.count("furnished", night.run())).isZero();
            assertThat(book.run(KEPT_BACK).exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    /** Lists another account instead of one that is once in the list of what is held. */
    private static String forgetOneHeld(Tampering tampering) throws IOException {
        List<String> forgotten = new ArrayList<>();
        tampering.change("pboc-held.csv", rows -> {
            List<String> accounts =
                    rows.stream().map(row -> row.split(",", -1)[0]).toList();
            forgotten.add(rows.stream()
                    .filter(row -> row.contains(",pboc,210,"))
                    .map(row -> row.split(",", -1)[0])
                    .filter(account -> Collections.frequency(accounts, account) == 1)
                    .findFirst()
                    .orElseThrow());
            String other = accounts.stream()
                    .filter(account -> account.length() == forgotten.get(0).length())
                    .filter(account -> !account.equals(forgotten.get(0)))
                    .findFirst()
                    .orElseThrow();
            rows.replaceAll(
                    row -> row.startsWith(forgotten.get(0) + ",") ? other + row.substring(other.length()) : row);
            return rows;
        });
        return forgotten.get(0);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_that_differs_otherwise_too_is_refused_as_a_whole(Databases kind) throws IOException {
        try (Book book = corrected(kind, "book")) {
            Tampering tampering = new Tampering(book, KEPT_BACK);
            tampering.cutOff("out/pboc", null);
            tampering.tamper("pboc-212");
            assertThat(book.jdbc.update("UPDATE arrear SET principal = principal - 100 WHERE account_id ="
                            + " (SELECT account FROM (SELECT MAX(account_id) AS account FROM arrear) AS any_of_them)"))
                    .isPositive();

            Refused refused = catchThrowableOfType(Refused.class, () -> tampering.resumed("out/pboc"));

            assertThat(refused.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(refused.getMessage()).contains("so nothing is published:", "accounts of R3: ");
            Run run = tampering.last();
            assertThat(run.state()).isEqualTo(Run.State.REFUSED);
            assertThat(run.withheld()).isEmpty();
            assertThat(book.settings.home().out(Book.LENDER).resolve(KEPT_BACK.toString()))
                    .doesNotExist();
            for (String table : List.of("furnished", "submission", "pending")) {
                assertThat(book.count(table, run)).as(table).isZero();
            }
            assertThat(book.inState(State.PREPARED)).isEmpty();
        }
    }

    /** The one file that was made for the bureau. */
    private static Path written(Tampering tampering) throws IOException {
        try (Stream<Path> files = Files.list(tampering.work().resolve("out").resolve("pboc"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** What was reconciled once is not reconciled again, though somebody put the file right meanwhile. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_mended_after_it_differed_stays_kept_back(Databases kind) throws IOException {
        try (Book book = corrected(kind, "book")) {
            Tampering tampering = new Tampering(book, KEPT_BACK);
            tampering.cutOff("out/pboc", null);
            String tampered = tampering.tamper("pboc-212");
            Home.file(tampering.work().resolve("withheld"));
            assertThat(catchThrowableOfType(Refused.class, () -> tampering.resumed("out/pboc"))
                            .exitCode())
                    .isEqualTo(ExitCode.FAILED);
            Path file = written(tampering);
            Files.writeString(file, Files.readString(file).replace(tampered, Tampering.tampered(tampered)));
            String checks = Files.readString(tampering.work().resolve("out").resolve("reconciliation.csv"));

            Nights.Outcome night = tampering.resumed("withheld");

            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(night.withheld()).containsOnlyKeys("pboc");
            assertThat(Tampering.verdicts(night, "WITHHELD")).containsExactly("R2");
            assertThat(NightFiles.in(night.folder())).containsEntry("reconciliation.csv", checks);
            assertThat(Tampering.sent(night)).isEmpty();
            assertThat(book.count("furnished", night.run())).isZero();
        }
    }
}
