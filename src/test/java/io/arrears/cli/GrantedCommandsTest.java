package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.ExitCode;
import io.arrears.batch.Fork;
import io.arrears.batch.Tampering;
import io.arrears.bureau.pboc.answer.Feedback;
import io.arrears.bureau.pboc.answer.FeedbackWriter;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.Grants;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command under the grants of sql/grants.sql: the batch user needs no more, and the auditor only reads. */
class GrantedCommandsTest {

    private static final String NIGHT = "run --lender harbour --as-of ";
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    private Grants grants = new Grants(new DatabaseSettings("", "", ""));
    private Path ledger = Path.of("");
    private Path policy = Path.of("");
    private List<String> spoilt = List.of();
    private String account = "";

    @BeforeEach
    void make() throws IOException {
        assumeTrue(Databases.hasMySql(), "no Docker engine answers");
        grants = Grants.on(Databases.MYSQL.fresh(folder));
        ledger = folder.resolve("ledger");
        policy = folder.resolve("jobs/lenders/harbour.yaml");
        copy(Path.of("jobs"), folder.resolve("jobs"));
        generate();
    }

    /** By the grants, or before them since the auditor's home has neither the run's work nor the key. */
    private static final String REFUSED =
            "this database user may not do that: |its work folder .* is not here|audit.pem is not there";

    @Test
    void the_batch_user_can_do_whatever_its_commands_do_and_the_auditor_can_only_read() throws IOException {
        String baseline = "bureau baseline pboc " + baseline() + " --lender harbour";
        batch(
                "import " + ledger + " | done",
                "import discard entries:" + spoilt.get(0) + " --reason gone --by ann --by bob | 2 open reject(s)",
                baseline + " | 1 accounts that pboc holds",
                "import " + reversed() + " | done");

        killed(NIGHT + "2026-11-02", "list,2,AFTER");
        batch("restart | harbour 2026-11-02");
        Path persons = file("2026-11-02", "110");
        Path accounts = file("2026-11-02", "210");
        batch(
                "bureau release pboc " + persons.getFileName() + " --by ann --by bob | is released",
                "bureau sent pboc " + persons.getFileName() + " | is sent",
                "bureau answer pboc " + answer(persons, 2) + " | 1 refused",
                "bureau give-up pboc " + persons.getFileName()
                        + ":2 --as untold --by ann --by bob --reason x | given up",
                "bureau retell pboc " + persons.getFileName() + ":2 --by ann --reason x | is told anew",
                "bureau release pboc " + accounts.getFileName() + " --by ann | nothing is changed yet",
                "status | another person confirms it",
                "bureau void pboc " + accounts.getFileName() + " --reason wrong | is void");

        batch(
                "review list | R1",
                "review accept " + account + " REVERSAL_TARGET_UNKNOWN R1 --by ann --by bob --reason x | is accepted",
                "review list --lender harbour | by ann and bob",
                "explain " + account + " --as-of 2026-11-02 | by ann and bob: x");

        killed(NIGHT + "2026-11-03", "list,2,AFTER");
        batch("abandon 2 --reason wrong | is abandoned");

        Files.writeString(policy, "nights: month-ends\nbrake: 1\n", StandardOpenOption.APPEND);
        type(grants.batch(), List.of(NIGHT + "2026-11-20"))
                .get(NIGHT + "2026-11-20")
                .require(ExitCode.REJECTED.code(), "newly overdue");
        Files.writeString(policy, Files.readString(policy).replace("brake: 1", "brake: off"));
        batch(
                NIGHT + "2026-11-20 | harbour 2026-11-20",
                "run --replay --lender harbour --as-of 2026-11-02 | harbour 2026-11-02");
        killed(NIGHT + "2026-11-21", "furnish,2,AFTER");
        audit(baseline);
    }

    @Test
    void the_batch_user_can_keep_a_bureau_back_and_submit_a_second_time() throws IOException {
        String night = NIGHT + "2026-11-02";
        Path work = new Home(folder.resolve("home")).work("harbour", 1);
        batch("import " + ledger + " | done");
        Path obstacle = Home.file(work.resolve("out/pboc"));
        type(grants.batch(), List.of(night)).get(night).require(ExitCode.FAILED.code(), "'arrears restart' resumes it");
        Files.delete(obstacle);
        Path part = work.resolve("parts/pboc-210.00000");
        List<String> records = new ArrayList<>(Files.readAllLines(part));
        records.set(0, Tampering.tampered(records.get(0)));
        Files.writeString(part, String.join("\r\n", records) + "\r\n");

        type(grants.batch(), List.of("restart"))
                .get("restart")
                .require(ExitCode.DIFFERENCE.code(), "KEPT BACK: nothing for pboc goes out");
        batch(night + " --sequence | (harbour 2026-11-02.2) is published");
        assertThat(file("2026-11-02.2", "210")).isNotEmptyFile();
        batch(
                "withdraw 2 --by ann --by bob --reason wrong | is withdrawn",
                night + " --sequence | (harbour 2026-11-02.2) is published");
    }

    private void audit(String baseline) throws IOException {
        Path told = file("2026-11-20", "210");
        List<String> reads = List.of(
                "status",
                "review list",
                "explain " + account + " --as-of 2026-11-20",
                "audit show",
                "audit show --account " + account,
                "audit verify",
                "audit anchor",
                "audit trace " + told + ":2",
                "bureau status pboc --records",
                "verify " + folder.resolve("home/out/harbour"));
        List<String> writes = List.of(
                "import " + ledger,
                "import discard entries:" + spoilt.get(1) + " --reason mine --by ann --by bob",
                baseline,
                "review accept " + account + " REVERSAL_TARGET_UNKNOWN R2 --by ann --by bob --reason mine",
                "restart",
                "abandon 5 --reason mine",
                "run --lender meridian --as-of 2026-11-22",
                "run --replay --lender harbour --as-of 2026-11-02",
                "bureau release pboc " + told.getFileName() + " --by ann --by bob",
                "bureau void pboc " + told.getFileName() + " --reason mine",
                "bureau answer pboc " + answer(told, 2));
        Map<String, Told> asked = type(
                grants.auditor(), Stream.concat(reads.stream(), writes.stream()).toList());
        reads.forEach(command -> asked.get(command).require(ExitCode.DONE.code(), ""));
        writes.forEach(command -> {
            asked.get(command).require(ExitCode.USAGE.code(), "");
            assertThat(asked.get(command).text()).as(command).containsPattern(REFUSED);
            assertThat(asked.get(command).text().lines()).as(command).hasSize(1);
        });
    }

    /** A ledger with two rows that nobody can read. */
    private void generate() throws IOException {
        SampleLedger.write(SampleSpec.of(62, 5), ledger);
        Files.delete(ledger.resolve("control.csv"));
        Path entries = ledger.resolve("entries.csv");
        List<String> rows = Files.readAllLines(entries).subList(1, 3);
        Files.writeString(
                entries,
                String.join("\r\n", rows).replaceAll("\\d{4}-\\d{2}-\\d{2}", "some day") + "\r\n",
                StandardOpenOption.APPEND);
        spoilt = rows.stream().map(row -> row.split(",", -1)[0]).toList();
        account = Files.readAllLines(ledger.resolve("accounts.csv")).stream()
                .filter(line -> line.contains(",harbour,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];
    }

    /** A delivery of two reversals that name entries which nobody has. */
    private Path reversed() throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("reversed"));
        String row = "," + account + ",REVERSAL,2026-10-05,2026-10-05T08:00:00Z,1.00,";
        Files.writeString(
                delivery.resolve("entries.csv"),
                "entry_id,account_id,type,value_on,posted_at,amount,reverses\nR1" + row + "NONE\nR2" + row + "NONE\n");
        return delivery;
    }

    private Path baseline() throws IOException {
        return Files.writeString(
                folder.resolve("held.csv"),
                "account_id,month,report_date,account_status,repayment_status,five_class,five_class_since,"
                        + "episode_started_on,history\n" + account + ",2026-09,2026-09-30,1,N,1,2026-09-30,,NNN\n");
    }

    /** The bureau's answer, which refuses one line. */
    private Path answer(Path file, int line) throws IOException {
        Path copy = Files.copy(file, folder.resolve(file.getFileName().toString()));
        return FeedbackWriter.answer(copy, List.of(new Feedback.Refusal(line, "ABE004", List.of(), "IDNum")));
    }

    /** Commands of the batch user, each with what it says when it is done. */
    private void batch(String... lines) {
        List<String[]> commands =
                Stream.of(lines).map(line -> line.split(" \\| ", -1)).toList();
        Map<String, Told> told = type(
                grants.batch(), commands.stream().map(command -> command[0]).toList());
        commands.forEach(command -> told.get(command[0]).require(ExitCode.DONE.code(), command[1]));
    }

    private void killed(String command, String position) {
        Fork.Ended ended = fork(grants.batch()).with("-Dkill.at=" + position).run(command.split(" ", -1));
        assertThat(ended.exitCode()).as("%s", ended.output()).isEqualTo(KILLED);
    }

    private Map<String, Told> type(DatabaseSettings user, List<String> commands) {
        return Told.by(fork(user), commands);
    }

    private Fork fork(DatabaseSettings user) {
        String home = user.equals(grants.batch()) ? "home" : "auditors";
        return new Fork(new Settings(new Home(folder.resolve(home)), folder.resolve("jobs"), user));
    }

    private Path file(String asOf, String kind) throws IOException {
        try (Stream<Path> files =
                Files.list(folder.resolve("home/out/harbour").resolve(asOf).resolve("pboc"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind, 22))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
