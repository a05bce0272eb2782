package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of the output folder, and who may read what a home holds. */
class OutputFolderTest {

    private static final String HEADER =
            "account_id,as_of,status,dpd,reported_dpd,bucket,class,overdue_instalments,overdue_principal,overdue_interest,"
                    + "overdue_fee,overdue_penalty,overdue_total,principal_1_30,principal_31_60,principal_61_90,principal_91_180,"
                    + "principal_181_up,balance,unallocated,oldest_due_on,episode_started_on,last_paid_on,last_paid_amount,"
                    + "closed_on,schedule_version";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void delinquency_csv_is_as_the_contract_says_to_the_byte(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("a", "2026-01-01", "2026-02-01", "2026-03-01")
                .paid("a", "2026-02-05", "30.50")
                .loan("B", "2026-01-01", "2026-03-01")
                .loan("A2", "2026-01-01", "2026-03-01")
                .loan("A10", "2026-01-01", "2026-03-01")
                .deliver();
        lender.run("2026-02-28");
        String text = Files.readString(lender.folder("2026-02-28").resolve("delinquency.csv"));
        String mark = "-" + lender.name;
        assertThat(text)
                .isEqualTo(String.join(
                                "\r\n",
                                HEADER,
                                "A10,2026-02-28,OPEN,0,0,M0,1,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,100.00,0.00,,,,,,1",
                                "A2,2026-02-28,OPEN,0,0,M0,1,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,100.00,0.00,,,,,,1",
                                "B,2026-02-28,OPEN,0,0,M0,1,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,100.00,0.00,,,,,,1",
                                "a,2026-02-28,OPEN,27,27,M1,2,1,69.50,0.00,0.00,0.00,69.50,69.50,0.00,0.00,0.00,0.00,169.50,0.00,2026-02-01,2026-02-02,2026-02-05,30.50,,1",
                                "")
                        .replaceAll("(?m)^(A10|A2|B|a),", "$1" + mark + ","));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void everything_in_a_home_is_its_owners_alone(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        lender.run("2026-02-27");
        NightsTest.stuck(lender, "2026-02-28"); // leaves a work folder
        Path root = lender.book.settings.home().root();
        List<String> seen = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String part : List.of("out/" + lender.name + "/2026-02-27", "work", "imports", "locks")) {
            try (Stream<Path> tree = Files.walk(root.resolve(part))) {
                for (Path path : tree.toList()) {
                    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                    if (!mode.equals(Files.isDirectory(path) ? "rwx------" : "rw-------")) {
                        open.add(mode + " " + path);
                    }
                    seen.add(root.relativize(path).toString().replaceAll("\\d+", "N"));
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(seen)
                .contains(
                        "out/lender-N/N-N-N/delinquency.csv",
                        "out/lender-N/N-N-N/manifest.json",
                        "work/lender-N/N/parts/delinquency.csv.N",
                        "imports/N/rejected.csv",
                        "locks/lender-N.lock");
        for (Path above : List.of(root, root.resolve("out"), root.resolve("out").resolve(lender.name))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(above)))
                    .as("%s", above)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void the_bytes_do_not_depend_on_how_many_partitions_run_side_by_side() {
        String night = ForkedBook.NIGHTS.get(0).toString();
        List<ForkedBook> books = new ArrayList<>();
        for (int processors : new int[] {1, 2, 5}) {
            ForkedBook book = ForkedBook.fresh(Databases.H2, folder.resolve("on-" + processors));
            book.load();
            Fork.Ended ended = book.fork()
                    .with("-XX:ActiveProcessorCount=" + processors, "-Dkill.log=true")
                    .run(ForkedBook.night(ForkedBook.NIGHTS.get(0)));
            assertThat(ended.exitCode()).as("%s", ended.output()).isZero();
            assertThat(ended.output().stream().filter(line -> line.matches("commit list-range:\\d+ 1 .*")))
                    .hasSize(processors);
            books.add(book);
        }
        for (ForkedBook book : books) {
            assertThat(book.files(ForkedBook.NIGHTS.get(0)))
                    .as(night)
                    .isEqualTo(books.get(0).files(ForkedBook.NIGHTS.get(0)));
        }
    }
}
