package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.FolderCheck;
import io.arrears.audit.Manifest;
import io.arrears.furnish.Reported.State;
import io.arrears.ops.Answers;
import io.arrears.ops.Lineage;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A format that is as unlike the PBOC's as a format can be goes through the same pipeline: told, sent, answered, reconciled, resumed and
 * told again.
 */
class OtherFormatTest {

    private static final LocalDate AUGUST_REPORTED = LocalDate.of(2026, 9, 2);
    private static final String PART = "registry-a-FUL";

    @TempDir
    Path folder;

    private Book book(Databases kind) throws IOException {
        return book(Book.on(kind, folder));
    }

    private static Book book(BookBuilder builder) throws IOException {
        Book book = builder.demo().open();
        for (String bureau : List.of("registry-a", "registry-b")) {
            defaults(book, bureau, "month-lag: 2");
        }
        book.policy("furnish:", "furnish:\n" + registry("registry-a") + registry("registry-b"));
        return book;
    }

    private static void defaults(Book book, String bureau, String... lines) throws IOException {
        Files.write(book.settings.jobs().resolve("bureaus").resolve(bureau + ".yaml"), List.of(lines));
    }

    private static String registry(String bureau) {
        return "  " + bureau + ": {from: 2026-08-01, products: [cash-loan, car-loan]}\n";
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_full_file_a_month_is_reported_sent_answered_and_reported_again(Databases kind) throws IOException {
        try (Book book = book(kind)) {
            Nights.Outcome first = book.run(AUGUST_REPORTED);
            assertThat(first.exitCode()).isEqualTo(ExitCode.DONE);
            requireReconciled(first);
            assertThat(NightFiles.list(first, "notices-due.csv"))
                    .as("notices that a gate of the bureau's asks for; it has none")
                    .noneMatch(row -> row.contains("registry-"));
            List<String> lines = lines(first, "a", "20260903");
            int records = lines.size() - 1;
            assertThat(records).isGreaterThan(20);
            assertThat(lines.get(records)).startsWith("END|" + records + "|");
            requireCounted(first, "registry-a/registry_a_FUL_20260903_001.dat", records);
            assertThat(lines(first, "b", "20260903")).isEqualTo(lines);
            requireTraced(book, first.folder().resolve("registry-b").resolve("registry_b_FUL_20260903_001.dat"), lines);

            book.later(1);
            book.moveAll(State.PREPARED, State.SENT);
            book.later(1);
            Answers.Answered answered = book.application
                    .answers()
                    .take("registry-a", null, answer("registry_a_FUL_20260903_001", records, 0), null);
            assertThat(answered.refused()).isEqualTo(1);
            assertThat(answered.loaded()).isEqualTo(records - 1);

            Nights.Outcome next = book.run(AUGUST_REPORTED.plusDays(1));
            requireReconciled(next);
            assertThat(lines(next, "a", "20260904"))
                    .as("what was refused alone")
                    .hasSize(2)
                    .contains(lines.get(0));
            assertThat(next.folder().resolve("registry-b")).doesNotExist();

            Nights.Outcome replayed = book.application
                    .nights()
                    .replay(Book.LENDER, AUGUST_REPORTED, first.run().cutoff());
            assertThat(without(NightFiles.in(replayed.folder()))).isEqualTo(without(NightFiles.in(first.folder())));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_blocked_account_is_deleted_by_its_status_at_the_bureau_that_must_not_have_it(Databases kind)
            throws IOException {
        try (Book book = book(kind)) {
            Nights.Outcome first = book.runAndSend(AUGUST_REPORTED);
            String account = lines(first, "a", "20260903").get(0).split("\\|")[0];
            block(book, account);
            book.deliver(
                    "disputes",
                    "dispute_id,account_id,opened_on,reason,resolved_on",
                    "X1," + account + ",2026-09-03,,");
            Nights.Outcome next = book.runAndSend(AUGUST_REPORTED.plusDays(1));
            requireReconciled(next);
            assertThat(lines(next, "a", "20260904")).containsExactly(account + "|2026-09-03|DA|0", "END|1|0");
            assertThat(NightFiles.list(next, "disputes-due.csv"))
                    .as("answered once, whatever the number of bureaus")
                    .singleElement()
                    .asString()
                    .startsWith(account + ",X1,2026-09-03,");
            assertThat(next.folder().resolve("registry-b")).doesNotExist();

            Nights.Outcome october = book.runAndSend(LocalDate.of(2026, 10, 2));
            requireReconciled(october);
            assertThat(lines(october, "a", "20261003")).noneMatch(line -> line.startsWith(account));
            assertThat(lines(october, "b", "20261003")).anyMatch(line -> line.startsWith(account));
        }
    }

    /** The night is cut off before the first of the two makes its file, and resumed. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_changed_record_keeps_back_its_bureau_alone_and_a_resumed_night_writes_the_same(Databases kind)
            throws IOException {
        try (Book book = book(kind)) {
            Tampering tampering = new Tampering(book, AUGUST_REPORTED);
            tampering.cutOff("out/registry-a", null);
            tampering.change(PART, records -> {
                String last = records.get(records.size() - 1);
                records.set(
                        records.size() - 1, last.substring(0, last.length() - 1) + (last.endsWith("7") ? "8" : "7"));
                return records;
            });
            Nights.Outcome night = tampering.resumed("out/registry-a");
            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(night.withheld()).containsOnlyKeys("registry-a");
            assertThat(Tampering.verdicts(night, "WITHHELD")).containsExactly("R2");
            List<String> ofB = lines(night, "b", "20260903");

            Nights.Outcome next = book.run(AUGUST_REPORTED.plusDays(1));
            requireReconciled(next);
            assertThat(lines(next, "a", "20260904")).as("what was kept back").isEqualTo(ofB);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_file_that_the_disk_has_no_room_for_is_written_whole_by_the_resumed_night(Databases kind) throws IOException {
        Faults faults = new Faults();
        try (Book book = book(Book.on(kind, folder).faults(faults))) {
            faults.arm(
                    Faults.How.REFUSED,
                    (call, step, what) -> call == Faults.Call.WRITE && what.contains("registry_b_FUL"));
            assertThat(catchThrowableOfType(Refused.class, () -> book.run(AUGUST_REPORTED)))
                    .hasMessageContaining("No space left on device");
            assertThat(faults.struck()).isNotNull();
            assertThat(book.settings.home().out(Book.LENDER).resolve(AUGUST_REPORTED.toString()))
                    .doesNotExist();
            faults.disarm();
            Nights.Outcome night =
                    book.application.nights().restart(Book.LENDER).get(0);
            requireReconciled(night);
            assertThat(lines(night, "b", "20260903"))
                    .isEqualTo(lines(night, "a", "20260903"))
                    .hasSizeGreaterThan(20);
        }
    }

    /** What somebody does to a published folder. */
    private interface Change {
        void to(Path folder, Path file, List<String> lines) throws IOException;
    }

    private record Mutation(String what, String found, Change change) {}

    private static final List<Mutation> MUTATIONS = List.of(
            new Mutation("nothing", "", (folder, file, lines) -> {}),
            new Mutation("another amount", "FILE: sha256: ", (folder, file, lines) -> {
                lines.set(1, lines.get(1) + "1");
                Files.write(file, lines);
            }),
            new Mutation("one record less", "FILE: records: ", (folder, file, lines) -> {
                lines.remove(0);
                Files.write(file, lines);
            }),
            new Mutation("one record more", "FILE: records: ", (folder, file, lines) -> {
                lines.add(0, "X|2026-08-31|11|0");
                Files.write(file, lines);
            }),
            new Mutation("a record twice", "FILE: records: ", (folder, file, lines) -> {
                lines.add(0, lines.get(0));
                Files.write(file, lines);
            }),
            new Mutation("two records in another order", "FILE: sha256: ", (folder, file, lines) -> {
                lines.add(1, lines.remove(0));
                Files.write(file, lines);
            }),
            new Mutation("another number in the trailer", "FILE: sha256: ", (folder, file, lines) -> {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1).replaceFirst("\\|", "|1"));
                Files.write(file, lines);
            }),
            new Mutation("no trailer", "FILE: records: ", (folder, file, lines) -> {
                lines.remove(lines.size() - 1);
                Files.write(file, lines);
            }),
            new Mutation("two trailers", "FILE: records: ", (folder, file, lines) -> {
                lines.add(lines.get(lines.size() - 1));
                Files.write(file, lines);
            }),
            new Mutation("an empty line", "FILE: records: ", (folder, file, lines) -> {
                lines.add(3, "");
                Files.write(file, lines);
            }),
            new Mutation("other line ends", "FILE: bytes: ", (folder, file, lines) -> {
                Files.writeString(file, String.join("\r\n", lines) + "\r\n");
            }),
            new Mutation("no last line end", "FILE: bytes: ", (folder, file, lines) -> {
                Files.writeString(file, String.join("\n", lines));
            }),
            new Mutation("a mark before it", "FILE: bytes: ", (folder, file, lines) -> {
                lines.set(0, "\uFEFF" + lines.get(0));
                Files.write(file, lines);
            }),
            new Mutation("nothing in it", "FILE: bytes: ", (folder, file, lines) -> Files.write(file, new byte[0])),
            new Mutation("no file", "FILE: is missing", (folder, file, lines) -> Files.delete(file)),
            new Mutation("no folder", "FILE: is missing", (folder, file, lines) -> {
                Files.delete(file);
                Files.delete(file.getParent());
            }),
            new Mutation(
                    "another serial",
                    "registry-a/registry_a_FUL_20260903_002.dat: is not in the manifest",
                    (folder, file, lines) -> Files.move(file, file.resolveSibling("registry_a_FUL_20260903_002.dat"))),
            new Mutation(
                    "one character for another",
                    "registry-a/registryXaXFULX20260903X001.dat: is not in the manifest",
                    (folder, file, lines) -> Files.copy(file, file.resolveSibling("registryXaXFULX20260903X001.dat"))),
            new Mutation(
                    "a copy at the other bureau",
                    "registry-b/registry_a_FUL_20260903_001.dat: is not in the manifest",
                    (folder, file, lines) ->
                            Files.copy(file, folder.resolve("registry-b").resolve(file.getFileName()))),
            new Mutation(
                    "packed beside it",
                    "registry-a/registry_a_FUL_20260903_001.dat.zip: is not in the manifest",
                    (folder, file, lines) -> Files.copy(file, file.resolveSibling(file.getFileName() + ".zip"))),
            new Mutation("a folder in its place", "FILE: is a folder", (folder, file, lines) -> {
                Files.delete(file);
                Files.createDirectory(file);
            }),
            new Mutation("a link in its place", "FILE: is a ", (folder, file, lines) -> {
                Path moved = Files.move(file, folder.resolveSibling("moved.dat"));
                Files.createSymbolicLink(file, moved);
            }));

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void whatever_somebody_changes_in_its_published_folder_is_named(Databases kind) throws IOException {
        try (Book book = book(kind)) {
            Path published = book.run(AUGUST_REPORTED).folder();
            for (int i = 0; i < MUTATIONS.size(); i++) {
                Mutation mutation = MUTATIONS.get(i);
                Path changed = folder.resolve("changed-" + i).resolve("night");
                BookBuilder.copy(published, changed);
                String name = "registry-a/registry_a_FUL_20260903_001.dat";
                Path file = changed.resolve(name);
                mutation.change().to(changed, file, new ArrayList<>(Files.readAllLines(file)));
                List<String> differences = FolderCheck.of(changed).differences();
                if (mutation.found().isEmpty()) {
                    assertThat(differences).isEmpty();
                } else {
                    assertThat(differences)
                            .as(mutation.what())
                            .anyMatch(line -> line.startsWith(mutation.found().replace("FILE", name)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_forgotten_account_keeps_back_its_bureau_alone_and_is_reported_by_the_next_night(Databases kind)
            throws IOException {
        try (Book book = book(kind)) {
            String account = "H000000001";
            forget(book, account);
            Nights.Outcome night = book.run(AUGUST_REPORTED);
            List<String> ofB = lines(night, "b", "20260903");
            assertThat(ofB).anyMatch(line -> line.startsWith(account + "|"));
            requireKeptBack(night, "R1", account + ",owes registry-a a record,neither told nor listed");
            assertThat(night.folder().resolve("registry-a")).doesNotExist();

            defaults(book, "registry-a", "month-lag: 2");
            Nights.Outcome next = book.run(AUGUST_REPORTED.plusDays(1));
            requireReconciled(next);
            assertThat(lines(next, "a", "20260904")).isEqualTo(ofB);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_that_was_refused_and_is_not_reported_again_is_missing_at_its_bureau_alone(Databases kind)
            throws IOException {
        try (Book book = book(kind)) {
            Nights.Outcome first = book.runAndSend(AUGUST_REPORTED);
            List<String> lines = lines(first, "a", "20260903");
            String account = lines.get(0).split("\\|")[0];
            book.later(1);
            book.application
                    .answers()
                    .take("registry-a", null, answer("registry_a_FUL_20260903_001", lines.size() - 1, 0), null);
            forget(book, account);
            Nights.Outcome night = book.run(AUGUST_REPORTED.plusDays(1));
            requireKeptBack(night, "R6", account + ",\"open, to be known up to 2026-08-31\",missing: nothing is held");
            assertThat(differing(night)).containsExactly("R6,registry-a missing");

            defaults(book, "registry-a", "month-lag: 2");
            Nights.Outcome next = book.run(AUGUST_REPORTED.plusDays(2));
            requireReconciled(next);
            assertThat(lines(next, "a", "20260905")).contains(lines.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_blocked_account_that_is_not_deleted_is_too_much_at_its_bureau_alone(Databases kind) throws IOException {
        try (Book book = book(kind)) {
            Nights.Outcome first = book.runAndSend(AUGUST_REPORTED);
            String account = lines(first, "a", "20260903").get(0).split("\\|")[0];
            block(book, account);
            forget(book, account);
            Nights.Outcome night = book.run(AUGUST_REPORTED.plusDays(1));
            requireKeptBack(
                    night,
                    "R6",
                    account + ",\"extra: held as open, up to 2026-08-31\",\"must not be told, by a furnish_block\"");
            assertThat(differing(night)).containsExactly("R6,registry-a extra");

            defaults(book, "registry-a", "month-lag: 2");
            Nights.Outcome next = book.run(AUGUST_REPORTED.plusDays(2));
            requireReconciled(next);
            assertThat(lines(next, "a", "20260905")).containsExactly(account + "|2026-09-04|DA|0", "END|1|0");
        }
    }

    /** By the manifest, by who verifies the folder without the bureau's format, and in what the command prints. */
    private static void requireCounted(Nights.Outcome night, String file, int records) throws IOException {
        assertThat(Manifest.parse(Files.readAllBytes(night.folder().resolve(Manifest.FILE)))
                        .files())
                .filteredOn(entry -> entry.name().equals(file))
                .singleElement()
                .satisfies(entry -> assertThat(entry.records()).isEqualTo(records));
        assertThat(FolderCheck.of(night.folder()).checked())
                .anyMatch(line -> line.startsWith(file + ": " + records + " records"));
    }

    /** Its second record, in the file and in one that somebody has changed. */
    private void requireTraced(Book book, Path file, List<String> lines) throws IOException {
        Lineage lineage = book.application.lineage();
        Lineage.Traced traced = lineage.trace(file, 2);
        assertThat(lines.get(1)).startsWith(traced.told().account() + "|");
        assertThat(traced.asWritten()).isTrue();
        Path changed = Files.write(
                folder.resolve(file.getFileName()), List.of(lines.get(0), lines.get(1) + "0", lines.get(2)));
        assertThat(lineage.trace(changed, 2).asWritten()).isFalse();
        assertThat(lineage.trace(changed, 1).asWritten()).isTrue();
    }

    private static void block(Book book, String account) {
        book.deliver(
                "bureau_facts",
                "account_id,borrower_id,bureau,key,value,fact_id,effective_on,posted_at",
                account + ",,registry-a,furnish_block,yes,BLOCK-A,2026-09-02,2026-09-03T01:00:00Z");
    }

    /** The first registry's decisions leave an account out, the second's do not. */
    private static void forget(Book book, String account) throws IOException {
        defaults(book, "registry-a", "month-lag: 2", "forgets: " + account);
    }

    /** The first registry alone is kept back, by one identity alone, which names one account. */
    private static void requireKeptBack(Nights.Outcome night, String identity, String named) throws IOException {
        assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
        assertThat(night.withheld()).containsOnlyKeys("registry-a");
        assertThat(Tampering.verdicts(night, "WITHHELD")).containsExactly(identity);
        assertThat(Tampering.verdicts(night, "DIFFERENCE")).isEmpty();
        assertThat(Files.readAllLines(night.folder().resolve("differences").resolve(identity + ".csv")))
                .hasSize(2)
                .element(1)
                .isEqualTo(named);
    }

    private static List<String> differing(Nights.Outcome night) {
        return NightFiles.list(night, "reconciliation.csv").stream()
                .filter(row -> row.contains(",WITHHELD,"))
                .map(row -> row.split(",")[0] + "," + row.split(",")[1])
                .toList();
    }

    private Path answer(String submission, int records, int refused) throws IOException {
        return Files.writeString(
                folder.resolve(submission + ".answer"),
                submission + " " + (records - 1) + " 1\n" + refused + " X01 status\n");
    }

    private static List<String> lines(Nights.Outcome night, String registry, String day) throws IOException {
        return Files.readAllLines(night.folder()
                .resolve("registry-" + registry)
                .resolve("registry_" + registry + "_FUL_" + day + "_001.dat"));
    }

    /** R1, R2 and R6 of both registries hold. */
    private static void requireReconciled(Nights.Outcome night) {
        List<String> rows = NightFiles.list(night, "reconciliation.csv");
        assertThat(rows)
                .as("nothing differs")
                .noneMatch(row -> row.contains(",DIFFERENCE,") || row.contains(",WITHHELD,"));
        Stream.of("R1,registry-a accounts", "R1,registry-b accounts", "R6,registry-a missing", "R6,registry-b extra")
                .forEach(begin -> assertThat(rows).anyMatch(row -> row.startsWith(begin) && row.contains(",OK,")));
    }

    /** What later moves change: which files of a night wait. */
    private static Map<String, String> without(Map<String, String> files) {
        files.keySet().removeIf(name -> name.endsWith(".html"));
        return files;
    }
}
