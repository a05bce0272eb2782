package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.Signatory;
import io.arrears.ops.WorklistExport;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list with names and phones: one file, and nothing personal anywhere else. */
class WorklistExportTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);
    private static final String NAME = "Planted Person";
    private static final String PHONE = "138-7654-3210";
    private static final Reason WHY = new Reason("the dialling system is down");
    private static final Signatory ANN = new Signatory("ann");

    private static final String LADDER = """
            law: cn
            ladder:
              locate-templates: [locate]
              stages:
                - stage: EARLY
                  from: 1
                  borrower: {SMS: early}
            furnish:""";

    @TempDir
    Path folder;

    private static Map<String, List<String>> ledger() {
        return Map.of(
                "borrowers",
                List.of(
                        "borrower_id,full_name,id_type,id_number,phone,country",
                        "P1,old name,10,110101199001010011,138-0000-0001,CN",
                        "P3,=cmd,10,110101199001010022,139 0000 0003,CN"),
                "accounts",
                List.of(
                        "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency",
                        "A,harbour,cash-loan,P1,2026-01-10,CNY,2000.00,1,MONTHLY",
                        "C,harbour,cash-loan,P3,2026-01-10,CNY,2000.00,1,MONTHLY"),
                "instalments",
                List.of(
                        "account_id,schedule_version,number,due_on,principal,interest",
                        "A,1,1,2026-10-10,2000.00,10.00",
                        "C,1,1,2026-10-18,2000.00,10.00"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_holds_is_written_with_the_newest_names_and_phones(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.deliver(Map.of(
                    "borrowers",
                    List.of(
                            "borrower_id,full_name,id_type,id_number,phone,country",
                            "P1," + NAME + ",10,110101199001010011," + PHONE + ",CN")));
            Path target = folder.resolve("handed/list.csv");
            WorklistExport export = book.application.worklistExport();
            assertThatThrownBy(() -> export.export(Book.LENDER, target, WHY, ANN))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("there is no such folder");
            Files.createDirectory(folder.resolve("handed"));
            WorklistExport.Exported exported = export.export(Book.LENDER, target, WHY, ANN);
            assertThat(exported.lines()).isEqualTo(2);
            assertThat(exported.leftOut()).isZero();
            assertThat(Files.readAllLines(target))
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).endsWith(",next_stage_on,name,phone"))
                    .anySatisfy(line -> assertThat(line).startsWith("A,P1,").endsWith("," + NAME + "," + PHONE))
                    .anySatisfy(line -> assertThat(line).startsWith("C,P3,").endsWith(",'=cmd,139 0000 0003"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                    .isEqualTo("rw-------");
            requireToldWithoutPerson(book, target);
            assertThatThrownBy(() -> export.export(Book.LENDER, target, WHY, ANN))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is there already");
            book.deliver(Map.of("disputes", List.of("dispute_id,account_id,opened_on", "D1,A,2026-10-21")));
            WorklistExport.Exported after = export.export(Book.LENDER, folder.resolve("handed/2.csv"), WHY, ANN);
            assertThat(after.lines()).isEqualTo(1);
            assertThat(after.leftOut()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("handed/2.csv"))).doesNotContain(NAME);
            requireNothingLeft(book, export);
            Path list = book.settings.home().out(Book.LENDER).resolve(NIGHT + "/worklist.csv");
            Files.writeString(list, Files.readString(list).replace("EARLY", "EARLI"));
            assertThatThrownBy(() -> export.export(Book.LENDER, folder.resolve("handed/3.csv"), WHY, ANN))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is not the one that was published");
        }
    }

    /** A file of somebody else's is not touched, and what fails leaves no names behind. */
    private void requireNothingLeft(Book book, WorklistExport export) throws IOException {
        Path mine = Files.writeString(folder.resolve("handed/4.csv.new"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("handed/5.csv"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> export.export(Book.LENDER, link, WHY, ANN)).hasMessageContaining("is there already");
        assertThatThrownBy(() -> export.export(Book.LENDER, mine.resolve("6.csv"), WHY, ANN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("there is no such folder");
        Path since = book.settings.home().out(Book.LENDER).resolve("since.csv");
        Path away = Files.move(since, since.resolveSibling("away"));
        assertThatThrownBy(() -> export.export(Book.LENDER, folder.resolve("handed/4.csv"), WHY, ANN))
                .hasMessageContaining("since.csv is missing");
        Files.move(away, since);
        assertThat(mine).hasContent("mine");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        try (Stream<Path> files = Files.list(folder.resolve("handed"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("list.csv", "2.csv", "4.csv.new", "5.csv");
        }
    }

    private static void requireToldWithoutPerson(Book book, Path target) throws IOException {
        assertThat(book.jdbc.queryForList("SELECT event FROM audit_event", String.class))
                .anySatisfy(event -> assertThat(event)
                        .contains("\"what\":\"worklist exported\"")
                        .contains(WHY.text())
                        .contains("ann")
                        .contains("\"lines\":2")
                        .contains(Sha256.of(target)))
                .noneSatisfy(event -> assertThat(event).containsAnyOf(NAME, PHONE, "13876543210"));
        try (Stream<Path> files = Files.walk(book.settings.home().out(Book.LENDER))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(NAME)
                        .doesNotContain(PHONE);
            }
        }
    }
}
