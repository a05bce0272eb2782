package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arrears.ExitCode;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real file system of a few megabytes that fills up; where nobody may mount one, these tests are skipped. */
class FullDiskTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 31);

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(mount("size=12m")).as("a tmpfs can be mounted").isZero();
    }

    @AfterEach
    void unmount() throws IOException {
        started("umount", disk.toString());
    }

    @Test
    void a_full_disk_under_the_embedded_database_ends_the_import_and_status_works() throws IOException {
        Fork fork = fork(new Home(folder.resolve("home")), disk.resolve("db"));
        Path delivery = delivery();
        requireFull(fork.run("import", delivery.toString()));

        Fork.Ended status = fork.run("status");
        assertThat(status.exitCode()).as("%s", status.output()).isZero();
        assertThat(status.output()).anyMatch(line -> line.contains("import 1 is unfinished: 'arrears restart'"));

        assertThat(mount("remount,size=60m")).isZero();
        Fork.Ended restarted = fork.run("restart");
        assertThat(restarted.exitCode()).as("%s", restarted.output()).isZero();
    }

    /** However little room is left: a database that was closed with a write half done wants to write when it is opened. */
    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void a_full_disk_under_the_embedded_database_ends_the_night_and_status_works(int room) throws IOException {
        Home home = new Home(folder.resolve("home"));
        Fork fork = fork(home, disk.resolve("db"));
        assertThat(mount("remount,size=60m")).isZero();
        assertThat(fork.run("import", delivery().toString()).exitCode()).isZero();
        FileStore store = Files.getFileStore(disk);
        long used = store.getTotalSpace() - store.getUnallocatedSpace();
        assertThat(mount("remount,size=" + (used / 1024 + room) + "k")).isZero();
        String[] night = {"run", "--lender", "harbour", "--as-of", NIGHT.toString()};
        requireFull(fork.run(night));

        Fork.Ended status = fork.run("status");
        assertThat(status.exitCode()).as("%s", status.output()).isZero();
        requireFull(fork.run(
                status.output().stream().anyMatch(line -> line.contains("unfinished"))
                        ? new String[] {"restart"}
                        : night));

        assertThat(mount("remount,size=60m")).isZero();
        assertThat(fork.run("restart").exitCode()).isZero();
        assertThat(fork.run(night).exitCode()).isZero();
        assertThat(Files.readString(home.root().resolve("out/harbour/" + NIGHT + "/reconciliation.csv")))
                .doesNotContain("DIFFERENCE");
    }

    @Test
    void a_full_disk_under_the_home_ends_the_night_which_goes_on_once_there_is_room() throws IOException {
        Fork fork = fork(new Home(disk), folder.resolve("db"));
        assertThat(mount("remount,size=60m")).isZero();
        Path delivery = delivery();
        assertThat(fork.run("import", delivery.toString()).exitCode()).isZero();
        assertThat(mount("remount,size=300k")).isZero();
        requireFull(fork.run("run", "--lender", "harbour", "--as-of", NIGHT.toString()));

        Fork.Ended status = fork.run("status");
        assertThat(status.output()).anyMatch(line -> line.contains("unfinished: 'arrears restart'"));
        assertThat(mount("remount,size=60m")).isZero();
        Fork.Ended restarted = fork.run("restart");
        assertThat(restarted.exitCode()).as("%s", restarted.output()).isZero();
        assertThat(disk.resolve("out").resolve("harbour").resolve(NIGHT.toString()))
                .isDirectory();
    }

    @Test
    void a_folder_out_on_another_file_system_is_found_before_the_night_begins() throws IOException {
        Home home = new Home(folder.resolve("home"));
        Files.createDirectories(home.root());
        Files.createSymbolicLink(home.root().resolve("out"), disk);
        Fork fork = fork(home, folder.resolve("db"));
        Path delivery = delivery();
        assertThat(fork.run("import", delivery.toString()).exitCode()).isZero();
        Fork.Ended ended = fork.run("run", "--lender", "harbour", "--as-of", NIGHT.toString());
        assertThat(ended.exitCode()).as("%s", ended.output()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ended.output()).singleElement().asString().contains("lie on two file systems");
        assertThat(fork.run("status").output()).noneMatch(line -> line.contains("unfinished"));
    }

    /** One line, and soon. */
    private static void requireFull(Fork.Ended ended) {
        assertThat(ended.exitCode()).as("%s", ended.output()).isEqualTo(ExitCode.FAILED.code());
        assertThat(ended.output())
                .filteredOn(line -> !line.isBlank())
                .last()
                .asString()
                .contains("No space left on device");
        assertThat(ended.output()).noneMatch(line -> line.startsWith("\tat "));
    }

    private Path delivery() throws IOException {
        Path delivery = folder.resolve("delivery");
        SampleLedger.write(new SampleSpec(1200, 7, NIGHT, List.of(SampleLender.HARBOUR)), delivery);
        return delivery;
    }

    private static Fork fork(Home home, Path database) throws IOException {
        Files.createDirectories(database);
        Settings settings =
                new Settings(home, Path.of("jobs"), DatabaseSettings.embedded(database.resolve("arrears")), 100);
        return new Fork(settings);
    }

    private int mount(String options) throws IOException {
        return started("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
    }

    private static int started(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
