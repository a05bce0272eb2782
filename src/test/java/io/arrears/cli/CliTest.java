package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.batch.Fork;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user types and what comes back: an exit code and a message, never a stack trace. */
class CliTest {

    private static final String[] COMMANDS = {
        "                                                  | 2 | name a command",
        "fly                                               | 2 | 'arrears --help' tells how it is typed",
        "run                                               | 2 | Missing required options",
        "run --lender harbour                              | 2 | Missing required option: '--as-of=DATE'",
        "run --lender nobody --as-of 2026-01-31            | 2 | there is no lender file",
        "run --lender ../harbour --as-of 2026-01-31        | 2 | there is no lender file",
        "run --lender harbour --as-of 31.01.2026           | 2 | 31.01.2026",
        "run --lender harbour --as-of 2026-02-30           | 2 | 2026-02-30",
        "run --lender harbour --as-of +999999999-12-31     | 2 | expected a day such as 2026-11-20, found '+999999999-12-31'",
        "run --lender harbour --as-of 0000-01-01           | 2 | the as-of date 0000-01-01 lies before 1970-01-01",
        "run --lender harbour --as-of 9999-12-31           | 2 | where harbour is (Asia/Shanghai) today is",
        "run --lender harbour --as-of 2026-01-31 --replay --sequence | 2 | it goes with neither --sequence nor --skip-missed",
        "run --lender harbour --as-of 2026-01-31 --replay --skip-missed | 2 | it goes with neither --sequence nor --skip-missed",
        "run --lender Harbour --as-of 2026-01-31            | 2 | there is no lender file of that name",
        "restart --lender nobody                           | 2 | nothing was ever done for a lender nobody",
        "run --lender harbour --as-of 9999-12-31 --replay  | 2 | the as-of date 9999-12-31 lies in the future",
        "run --lender harbour --as-of 9999-12-31 --sequence | 2 | the as-of date 9999-12-31 lies in the future",
        "run --lender harbour --as-of 2026-01-31 --cutoff now | 2 | expected an instant such as",
        "run --lender harbour --as-of 2026-01-31 --cutoff +99999999-01-01T00:00:00Z | 2 | expected an instant such as",
        "run --lender harbour --as-of 2026-01-31 --cutoff 0001-01-01T00:00:00Z | 2 | the cutoff 0001-01-01T00:00:00Z lies before",
        "run --lender harbour --as-of 2026-01-31 --cutoff 9999-01-01T00:00:00Z | 2 | lies in the future",
        "import                                            | 2 | name the folder to import",
        "import nowhere                                    | 2 | nowhere",
        "import a\t\u001b[31mb\u2424c                        | 2 | no folder a\\u0009\\u001b[31mb\\u000ac; name the folder",
        "verify a\t\u001b[31mb\u2424c                        | 3 | a\\u0009\\u001b[31mb\\u000ac: DIFFERS",
        "fly\u202e                                         | 2 | fly\\u202e",
        "run --lender harbour --as-of a\u2424b               | 2 | found 'a\\u000ab'",
        "verify nowhere --key a\u2424b                       | 2 | there is no file a\\u000ab",
        "import --max-rejects many nowhere                 | 2 | many",
        "import --max-rejects 1e-999999999 nowhere         | 2 | --max-rejects: expected a percentage from 0 to 100",
        "import --max-rejects 1e999999999 nowhere          | 2 | --max-rejects: expected a percentage from 0 to 100",
        "import --max-rejects 1e99999999999 nowhere        | 2 | expected a number",
        "import --max-rejects=-1 nowhere                   | 2 | --max-rejects: expected a percentage from 0 to 100",
        "import --max-rejects 100.1 nowhere                | 2 | --max-rejects: expected a percentage from 0 to 100",
        "import --from-views nowhere --full                | 2 | no view in the schema nowhere has a feed's name",
        "import nowhere --full                             | 2 | --full and --empty go with --from-views",
        "import nowhere --empty entries                    | 2 | --full and --empty go with --from-views",
        "import discard 1:entries:7 --reason x --by a      | 2 | two different people",
        "import discard 1:entries:7 --reason x --by a --by b | 2 | no open reject",
        "erase contact K1 --lender harbour --reason x --by a --by b | 2 | nothing was ever done for a lender harbour",
        "import discard 1:entries:7 --reason x --by a --by A  | 2 | 'a' and 'A' are one person",
        "import discard 1:entries:7 --reason - --by a --by b  | 2 | --reason: expected a text with a letter",
        "run --lender harbour --as-of 2026-01-31 --accept R3 --reason x --by ann --by ann --by bob | 2 | found 3 of --by",
        "run --lender harbour --as-of 2026-01-31 --accept R3 --reason x --by ann --by Ann  | 2 | are one person",
        "run --lender harbour --as-of 2026-01-31 --accept R3 --by ann --by bob             | 2 | --reason: expected a text",
        "run --lender harbour --as-of 2026-01-31 --accept BRAKE --reason x --by ann        | 2 | two different people are needed",
        "run --lender harbour --as-of 2026-01-31 --reason x --by ann --by bob              | 2 | --accept IDENTITY",
        "bureau release pboc HB3100000000012026112211000010 --by ann --by ann. | 2 | are one person",
        "bureau sent pboc HB3100000000012026112211000010 --by .. | 2 | --by: expected a text with a letter",
        "bureau void pboc HB3100000000012026112211000010 --reason . | 2 | --reason: expected a text with a letter",
        "abandon 7 --reason .                              | 2 | --reason: expected a text with a letter",
        "abandon 7 --reason x                              | 2 | run 7 is not unfinished",
        "abandon seven --reason x                          | 2 | expected a whole number such as 7, found 'seven'",
        "verify                                            | 2 | Missing required parameter",
        "verify nowhere                                    | 3 | this is no published folder",
        "generate --accounts 0 --out nowhere               | 2 | expected 1 to 999999999, found 0",
        "generate --accounts many --out nowhere            | 2 | '--accounts': expected a whole number such as 7, found 'many'",
        "generate --accounts 1 --out pom.xml               | 2 | pom.xml",
        "generate --accounts 1 --out pom.xml/x             | 2 | --out: pom.xml/x cannot be made",
        "generate --accounts 1 --out /proc/x               | 2 | --out: /proc/x cannot be made",
        "generate --accounts 1 --out /proc/self/fdinfo/x   | 2 | cannot be made",
        "status                                            | 0 | no lender yet",
        "status --runs 1                                   | 0 | database: embedded, no network",
        "restart                                           | 0 | nothing to restart",
        "bureau                                            | 2 | name what became of a file",
        "bureau status pboc                                | 0 | no file for pboc waits",
        "bureau status pbcc                                | 2 | there is no bureau 'pbcc'; there is pboc",
        "bureau release pboc x.txt --by a --by b           | 2 | 'x.txt' names no file of the bureau's",
        "bureau sent pboc HB3100000000012026112211000010   | 2 | no published run made a file",
        "bureau void pboc HB3100000000012026112211000010   | 2 | Missing required option",
        "bureau answer pboc nowhere.txt                    | 2 | there is no file nowhere.txt",
        "bureau baseline pboc nowhere.csv --lender harbour | 2 | there is no file nowhere.csv",
        "bureau baseline pboc nowhere.csv --lender meridian | 2 | meridian does not tell pboc",
        "review                                            | 2 | name what to do",
        "review list                                       | 0 | no review holds anybody",
        "review accept A1 BEFORE_OPENING E1 --reason x --by ann --by Ann | 2 | are one person",
        "review accept A1 BEFORE_OPENING E1 --reason x --by ann --by bob | 2 | the ledger knows no account A1",
        "review accept A1 BEFORE E1 --reason x --by ann --by bob | 2 | CODE is none that review.csv has",
        "review accept A1 BEFORE_OPENING E1 --by ann --by bob | 2 | Missing required option: '--reason=TEXT'",
        "audit                                             | 2 | name what to do",
        "audit show --lender nobody                        | 2 | nothing was ever done for a lender nobody",
        "audit show --account nothing                      | 2 | the ledger knows no account of that id",
        "audit trace x.txt                                 | 2 | expected FILE:LINE",
        "audit trace x.txt:2                               | 2 | no published run made a bureau file x",
        "audit keygen                                      | 0 | Keep a copy of the public half on another host",
        "verify nowhere --key nowhere.pub                  | 2 | there is no file nowhere.pub",
        "verify nowhere --key pom.xml                      | 2 | pom.xml holds no public key",
        "verify nowhere --anchor pom.xml                   | 2 | pom.xml: line 1 is no anchor",
        "--help                                            | 0 | Settings (environment)",
        "run --help                                        | 0 | --cutoff"
    };

    @TempDir
    static Path shared;

    private static Map<String, Told> answers;

    @TempDir
    Path folder;

    @BeforeAll
    static void type() {
        List<String> commands = new ArrayList<>();
        for (String line : COMMANDS) {
            commands.add(line.split("\\|", -1)[0].strip());
        }
        answers = Told.by(fork(shared), commands);
    }

    static String[] commands() {
        return COMMANDS;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_ends_with_its_code_and_a_message(String line) {
        String[] expected = line.split("\\|", -1);
        answers.get(expected[0].strip()).require(Integer.parseInt(expected[1].strip()), expected[2].strip());
    }

    /** By their specification, so that another command with the option is held, too. */
    @Test
    void every_command_that_takes_a_lender_refuses_one_that_nobody_knows() {
        Map<String, String> others = new TreeMap<>(Map.ofEntries(
                Map.entry("run", " --as-of 2026-01-31"),
                Map.entry("restart", ""),
                Map.entry("status", ""),
                Map.entry("review list", ""),
                Map.entry("audit show", ""),
                Map.entry("audit verify", ""),
                Map.entry("bureau baseline", " pboc nowhere.csv"),
                Map.entry("erase contact", " K1 --reason why --by ann --by bob"),
                Map.entry("worklist check", " A1 --party P1 --channel CALL --at 2026-01-31T10:00:00Z"),
                Map.entry("worklist export", " --with-contacts --reason why --by ann")));
        List<String> found = TypedValuesTest.commands(Arrears.commandLine())
                .filter(command -> command.getCommandSpec().findOption("--lender") != null)
                .map(command -> command.getCommandSpec().qualifiedName().substring("arrears ".length()))
                .sorted()
                .toList();
        assertThat(found).containsExactlyElementsOf(others.keySet());
        List<String> commands = new ArrayList<>();
        others.forEach((command, other) -> {
            commands.add(command + " --lender nobody" + other);
            commands.add(command + " --lender " + other);
        });
        commands.add("audit show --account A1 --lender nobody");
        Told.by(fork(folder), commands).forEach((command, told) -> told.require(2, "lender "));
    }

    @Test
    void help_tells_every_command_every_setting_and_every_exit_code() {
        assertThat(answers.get("--help").text())
                .contains("demo", "generate", "import", "run", "status", "restart", "abandon", "verify")
                .contains("ARREARS_HOME", "ARREARS_DB_URL", "ARREARS_DB_USER", "ARREARS_DB_PASSWORD ")
                .contains("ARREARS_DB_PASSWORD_FILE", "ARREARS_DB_TLS", "ARREARS_DB_CA", "ARREARS_JOBS")
                .contains("0 done", "1 failed", "2 wrong usage", "3 verification", "4 more was rejected", "75 another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARREARS_DB_URL           | jdbc:mysql://127.0.0.1:1/x | 1 | Connection refused",
                "ARREARS_DB_URL           | jdbc:mysql://              | 1 | the database cannot be reached",
                "ARREARS_DB_URL           | jdbc:postgresql://db/x     | 2 | other databases are not supported",
                "ARREARS_DB_URL           | jdbc:mysql://a:b@db/x?useSSL=false | 2 | say ARREARS_DB_TLS=encrypt or off",
                "ARREARS_DB_TLS           | none                       | 2 | expected verify, encrypt or off, found 'none'",
                "ARREARS_DB_CA            | /no/such/file              | 2 | /no/such/file cannot be read",
                "ARREARS_DB_PASSWORD_FILE | /no/such/file              | 2 | /no/such/file cannot be read",
                "ARREARS_HOME             | /dev/null/home             | 2 | ARREARS_HOME: /dev/null/home cannot be used",
                "ARREARS_HOME             | /proc/home                 | 2 | ARREARS_HOME: /proc/home cannot be used",
                "ARREARS_HOME             | /proc                      | 2 | ARREARS_HOME: /proc cannot be used",
                "ARREARS_HOME             | pom.xml                    | 2 | name a folder that this user may make or write in"
            })
    void a_setting_that_cannot_be_used_is_told(String variable, String value, int exitCode, String message) {
        Fork fork = fork(folder).set(variable, value);
        if (variable.equals("ARREARS_HOME")) {
            fork.set("ARREARS_DB_URL", "");
        }
        if (variable.equals("ARREARS_DB_TLS") || variable.equals("ARREARS_DB_CA")) {
            fork.set("ARREARS_DB_URL", "jdbc:mysql://db.example/x");
        }
        Told.by(fork, List.of("status")).get("status").require(exitCode, message);
    }

    @Test
    void a_policy_that_cannot_be_used_is_told_by_file_and_line() throws IOException {
        Path lenders = Files.createDirectories(folder.resolve("lenders"));
        Files.writeString(lenders.resolve("broken.yaml"), "lender: broken\nzone: [\n");
        Files.writeString(lenders.resolve("empty.yaml"), "");
        Files.writeString(lenders.resolve("lost.yaml"), "include: common.yaml\nlender: lost\n");
        Files.write(lenders.resolve("latin.yaml"), new byte[] {(byte) 0xe9, (byte) 0xff});
        Files.createDirectories(lenders.resolve("folder.yaml"));
        String asOf = " --as-of 2026-01-31";
        Map<String, Told> told = Told.by(
                fork(folder).set("ARREARS_JOBS", folder.toString()),
                List.of(
                        "run --lender broken" + asOf,
                        "run --lender empty" + asOf,
                        "run --lender lost" + asOf,
                        "run --lender latin" + asOf,
                        "run --lender folder" + asOf));
        told.get("run --lender broken" + asOf).require(2, "broken.yaml:");
        told.get("run --lender empty" + asOf).require(2, "empty.yaml is empty");
        told.get("run --lender lost" + asOf).require(2, "lost.yaml:1");
        told.get("run --lender latin" + asOf).require(2, "latin.yaml is not UTF-8");
        told.get("run --lender folder" + asOf).require(2, "there is no lender file");
    }

    @Test
    void a_delivery_that_cannot_be_read_is_told_by_file_and_line() throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("delivery"));
        Files.writeString(delivery.resolve("consents.csv"), "borrower_id,bureau\n\"B1,metro2\n");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Map<String, Told> told = Told.by(fork(folder), List.of("import " + delivery, "import " + empty));
        told.get("import " + delivery).require(4, "consents.csv:1:");
        told.get("import " + empty).require(2, "empty");
    }

    @Test
    void a_key_or_an_anchor_of_gigabytes_is_refused() throws IOException {
        Path big = folder.resolve("big");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        List<String> commands = List.of("verify x --key " + big, "verify x --anchor " + big);
        Told.by(fork(folder), commands)
                .forEach((command, told) -> told.require(2, big + " is longer than any key or anchor"));
    }

    @Test
    void a_night_that_cannot_be_published_is_told_in_a_line() throws IOException {
        Path delivery = folder.resolve("delivery");
        String night = "run --lender harbour --as-of 2026-10-31";
        Files.createDirectories(folder.resolve("home/out/harbour/2026-10-31"));
        Map<String, Told> told = Told.by(
                fork(folder),
                List.of("generate --accounts 20 --out " + delivery, "import " + delivery, night, "restart"));
        told.get("import " + delivery).require(0, "import 1: done");
        told.get(night).require(1, "is there already, though no run published it");
        told.get("restart").require(1, "is there already, though no run published it");
    }

    @Test
    void a_night_and_a_restart_that_fail_in_a_partition_end_with_the_cause() throws IOException {
        Path delivery = folder.resolve("delivery");
        String night = "run --lender harbour --as-of 2026-10-31";
        Path obstacle = new Home(folder.resolve("home")).work("harbour", 1).resolve("parts");
        Files.createDirectories(obstacle.getParent());
        Files.createFile(obstacle);
        Map<String, Told> told = Told.by(
                fork(folder),
                List.of("generate --accounts 20 --out " + delivery, "import " + delivery, night, "restart"));
        for (String command : List.of(night, "restart")) {
            told.get(command).require(1, "'arrears restart' resumes it");
            assertThat(told.get(command).text().lines())
                    .singleElement()
                    .asString()
                    .startsWith("arrears: run 1 (harbour 2026-10-31) failed: " + obstacle);
        }
    }

    static Fork fork(Path folder) {
        Home home = new Home(folder.resolve("home"));
        Path jobs = Path.of("jobs").toAbsolutePath();
        return new Fork(new Settings(home, jobs, DatabaseSettings.embedded(home.database())));
    }
}
