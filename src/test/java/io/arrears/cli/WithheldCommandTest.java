package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.batch.Tampering;
import io.arrears.publish.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What data-ops see when a bureau's files were tampered with while the night lay still. */
class WithheldCommandTest {

    private static final String NIGHT = "run --lender harbour --as-of 2026-11-02";

    @TempDir
    Path folder;

    @Test
    void the_night_goes_out_without_the_bureau_and_its_files_the_same_day() throws IOException {
        Path ledger = folder.resolve("ledger");
        Path work = new Home(folder.resolve("home")).work("harbour", 1);
        type("generate --accounts 60 --seed 5 --out " + ledger, "import " + ledger);
        Path obstacle = Home.file(work.resolve("out/pboc"));
        type(NIGHT).get(NIGHT).require(1, ": Not a directory; 'arrears restart' resumes it");
        Files.delete(obstacle);
        Path part = work.resolve("parts/pboc-210.00000");
        List<String> records = new ArrayList<>(Files.readAllLines(part));
        records.set(0, Tampering.tampered(records.get(0)));
        Files.writeString(part, String.join("\r\n", records) + "\r\n");

        Map<String, Told> told =
                type("restart", NIGHT, "status", NIGHT + " --sequence", "verify " + folder.resolve("home/out/harbour"));

        told.get("restart").require(3, "KEPT BACK: nothing for pboc goes out, since its figures differ");
        assertThat(told.get("restart").text())
                .contains(
                        "its files are in " + work.resolve("withheld/pboc"),
                        "'arrears " + NIGHT.replace("run", "run --sequence"))
                .doesNotContain("records in pboc/");
        told.get(NIGHT).require(3, "is published already");
        assertThat(told.get(NIGHT).text()).contains("KEPT BACK: nothing for pboc goes out");
        told.get("status").require(0, "without the files for pboc: they were kept back");
        told.get(NIGHT + " --sequence").require(0, "(harbour 2026-11-02.2) is published");
        assertThat(told.get(NIGHT + " --sequence").text())
                .containsPattern("[0-9]+ records in pboc/.*\\.txt")
                .doesNotContain("KEPT BACK");
        told.get("verify " + folder.resolve("home/out/harbour")).require(0, "2 nights");
    }

    private Map<String, Told> type(String... commands) {
        return Told.by(CliTest.fork(folder), List.of(commands));
    }
}
