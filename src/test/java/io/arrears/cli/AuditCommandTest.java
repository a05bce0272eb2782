package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.Recipe;
import io.arrears.publish.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor looks at two nights that told a bureau, from the database and from the folders alone. */
class AuditCommandTest {

    @TempDir
    Path folder;

    @Test
    void two_nights_are_shown_checked_traced_and_what_is_tampered_with_is_found() throws IOException {
        Path ledger = folder.resolve("ledger");
        type(
                "generate --accounts 60 --seed 5 --out " + ledger,
                "import " + ledger,
                "run --lender harbour --as-of 2026-11-02",
                "run --lender harbour --as-of 2026-11-03");
        Path out = folder.resolve("home/out/harbour");
        Path file = file(out.resolve("2026-11-02/pboc"), "210");
        String name = file.getFileName().toString().replace(".txt", "");
        Map<String, Told> asked = type(
                "audit keygen",
                "audit show --lender harbour",
                "audit show --run 2",
                "audit verify",
                "audit anchor",
                "audit trace " + file + ":2",
                "audit trace " + name + ":1",
                "verify " + out);
        asked.get("audit keygen").require(2, "is there already, key ");
        asked.get("audit show --lender harbour").require(0, "import done: import 1");
        asked.get("audit show --lender harbour").require(0, "run published: 2026-11-02");
        assertThat(asked.get("audit show --run 2").text())
                .contains("run started: 2026-11-03", "step done: submit", "held.csv", "run published: 2026-11-03")
                .doesNotContain("2026-11-02", "meridian");
        asked.get("audit verify").require(0, "unbroken; 2 signed head(s) found among them");
        asked.get("audit trace " + file + ":2").require(0, "the line of the file is the one that was written");
        asked.get("audit trace " + file + ":2").require(0, "What was posted, in the order it is taken (D3)");
        assertThat(asked.get("audit trace " + file + ":2").text())
                .as("digests of sections with personal data stay in the database")
                .doesNotContain("digest.");
        asked.get("audit trace " + name + ":1").require(2, "they stand in lines 2 to ");
        asked.get("verify " + out).require(0, "open   tail: nights after 2026-11-03 may have been cut off");
        asked.get("verify " + out).require(0, "2 nights, ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home/keys/audit.pem"))))
                .isEqualTo("rw-------");

        String account =
                asked.get("audit trace " + file + ":2").text().replaceAll("(?s).*about account (\\S+).*", "$1");
        Path key = Files.copy(folder.resolve("home/keys/audit.pub"), folder.resolve("kept.pub"));
        Path anchor = Files.writeString(
                folder.resolve("anchor"), asked.get("audit anchor").text());
        String check = "verify " + out + " --key " + key + " --anchor " + anchor;
        Map<String, Told> more = type("audit show --account " + account, check, "audit verify --anchor " + anchor);
        more.get("audit show --account " + account).require(0, name + ":2  PREPARED since ");
        more.get("audit show --account " + account).require(0, "from 2026-11-02 on ");
        more.get(check).require(0, ", 2026-11-03; what came after it the anchor cannot know");
        more.get("audit verify --anchor " + anchor).require(0, "2 signed head(s) and the anchor found among them");

        Files.writeString(file, Files.readString(file).replace("<RptDate>2026", "<RptDate>2025"));
        new WorkFolder(out.resolve("2026-11-03")).delete();
        Map<String, Told> tampered = type("audit trace " + file + ":2", check);
        tampered.get("audit trace " + file + ":2").require(3, "IS NOT THE ONE THAT WAS WRITTEN");
        tampered.get(check).require(3, "tail: the anchor knows 2026-11-03, which is not here");
        tampered.get(check).require(3, "DIFFER pboc/" + name + ".txt: sha256: the manifest says");
    }

    @Test
    void two_people_change_the_key_and_nobody_else() throws IOException {
        Map<String, Told> asked = type(
                "audit keygen",
                "audit keygen --rotate",
                "audit keygen --rotate --reason yearly --by ann",
                "audit keygen --rotate --reason yearly --by ann --by ANN.",
                "audit keygen --rotate --reason yearly --by ann --by bob");
        asked.get("audit keygen --rotate").require(2, "Missing required argument");
        asked.get("audit keygen --rotate --reason yearly --by ann").require(2, "two different people");
        asked.get("audit keygen --rotate --reason yearly --by ann --by ANN.").require(2, "are one person");
        Told changed = asked.get("audit keygen --rotate --reason yearly --by ann --by bob");
        changed.require(0, "Keep a copy of the public half on another host");
        String first = asked.get("audit keygen").text().replaceAll("(?s)^key (\\S+),.*", "$1");
        assertThat(changed.text()).doesNotContain(first);
        assertThat(folder.resolve("home/keys/audit-" + first + ".pem")).isRegularFile();
    }

    @Test
    void a_published_night_is_checked_by_the_shell_lines_of_the_page_alone() throws IOException, InterruptedException {
        Path ledger = folder.resolve("ledger");
        Map<String, Told> asked = type(
                "generate --accounts 20 --seed 5 --out " + ledger,
                "import " + ledger,
                "run --lender harbour --as-of 2026-11-02",
                "run --lender harbour --as-of 2026-11-03",
                "audit anchor");
        Path anchors = Files.writeString(
                folder.resolve("anchors"), asked.get("audit anchor").text());
        Path out = folder.resolve("home/out/harbour");
        Path[] arguments = {
            out.resolve("2026-11-03"),
            folder.resolve("home/keys/audit.pub"),
            out.resolve("2026-11-02/checkpoint.json"),
            anchors
        };
        Recipe.Ended good = Recipe.on(folder, arguments);
        assertThat(good.exitCode()).as(good.text()).isZero();
        assertThat(good.text()).contains("holds: the chain of events up to 2", "holds: the anchor of this night");

        Path list = arguments[0].resolve("delinquency.csv");
        Files.writeString(list, Files.readString(list).replaceFirst("OPEN", "OPEM"));
        Recipe.Ended bad = Recipe.on(folder, arguments);
        assertThat(bad.text()).contains("delinquency.csv: FAILED");
        assertThat(bad.exitCode()).as(bad.text()).isEqualTo(1);
    }

    private static Path file(Path folder, String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.getFileName().toString().substring(22, 25).equals(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Map<String, Told> type(String... commands) {
        return Told.by(CliTest.fork(folder), List.of(commands));
    }
}
