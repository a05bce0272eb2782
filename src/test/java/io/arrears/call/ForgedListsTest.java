package io.arrears.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody forged, damaged or mistook, before a call: none of them lets a trace out, and none that is another's a call. */
class ForgedListsTest {

    /** Of each file; {@code -Dmutations=1000} takes a quarter of a minute. */
    private static final int MUTATIONS = Integer.getInteger("mutations", 150);

    private static final String NOON = "2026-10-21T12:00:00+08:00";
    private static final String LOG = "attempt_id,account_id,channel,attempted_at,outcome\n"
            + "T1,A,CALL,2026-10-21T09:00:00+08:00,BUSY\nT2,\"A\",CALL,2026-10-21T10:00:00Z,ANSWERED\n";

    @TempDir
    Path home;

    private Path out;
    private Path night;
    private Path log;

    @BeforeEach
    void publishes() throws IOException {
        out = home.resolve("out/harbour");
        log = Files.writeString(home.resolve("log.csv"), LOG);
        night = lists(out, "2026-10-20");
    }

    private static Path lists(Path out, String night) throws IOException {
        return new PublishedLists(out)
                .line("A", "P1", "BORROWER", "P1", "CALL", "CALL_CONNECTED=3;DIAL_UNANSWERED=6")
                .line("B", "P2", "CONTACT", "K1", "CALL", "CALL_CONNECTED=3;PERSON_REACHED=1")
                .withheld("C", "P3", "BORROWER", "P3", "CALL", "SAME_PERSON A")
                .resting()
                .since("A,P1,,CALL,STOPPED,2026-10-01,2026-10-05,2026-10-21T01:00:00Z")
                .publish(night);
    }

    private record Said(int code, String text) {}

    private Said ask(String lender, Path attempts) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] typed = {
            "A", "--party", "P1", "--channel", "CALL", "--at", NOON, "--lender", lender, "--attempts", "" + attempts
        };
        ExitCode code = Check.run(typed, Map.of("ARREARS_HOME", home.toString()), printed, printed);
        return new Said(code.code(), said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void the_newest_folder_is_not_believed_with_the_manifest_of_an_older_night() throws IOException {
        assertThat(ask("harbour", log).text()).startsWith("may, until");
        Path newer = Files.createDirectories(out.resolve("2026-10-21"));
        for (String file :
                List.of("manifest.json", "worklist.csv", "withheld.csv", "worklist-index.csv", "worklist-limits.csv")) {
            Files.copy(night.resolve(file), newer.resolve(file));
        }
        assertThat(ask("harbour", log).text()).contains("may not: LIST_CHANGED", "is that of another night or lender");
    }

    @Test
    void nor_with_that_of_another_lender() throws IOException {
        lists(home.resolve("out/meridian"), "2026-10-20");
        assertThat(ask("meridian", log).text()).contains("may not: LIST_CHANGED", "is that of another night or lender");
    }

    @Test
    void a_log_without_an_end_is_refused_before_it_fills_the_memory() throws IOException {
        assertThat(ask("harbour", Path.of("/dev/zero")))
                .isEqualTo(new Said(
                        2,
                        "arrears: --attempts: /dev/zero is longer than 4 MiB; give it the attempts of this day and person"
                                + " alone\n"));
        char[] long_ = new char[(4 << 20) + 1];
        Arrays.fill(long_, ' ');
        Files.writeString(night.resolve("manifest.json"), new String(long_));
        assertThat(ask("harbour", log).text()).contains("may not: LIST_CHANGED", "is too long for a manifest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since.csv",
                "2026-10-20/worklist.csv",
                "2026-10-20/withheld.csv",
                "2026-10-20/worklist-index.csv",
                "2026-10-20/worklist-limits.csv",
                "2026-10-20/manifest.json",
                "../../log.csv"
            })
    void whatever_is_changed_is_answered_in_lines_with_a_code_of_the_table(String name) throws IOException {
        Path file = out.resolve(name);
        byte[] right = Files.readAllBytes(file);
        boolean isPublished = name.contains("/worklist") || name.contains("/withheld");
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] wrong = mutated(right, new Random(seed), isPublished);
            Files.write(file, wrong);
            Said said = ask("harbour", log);
            assertThat(said.code()).as("seed %s: %s", seed, said.text()).isIn(0, 2, 3);
            assertThat(said.text())
                    .as("seed %s", seed)
                    .doesNotContain("Exception", "\tat ")
                    .hasLineCount(said.code() == 0 ? 3 : said.code() == 2 ? 1 : 4);
        }
    }

    /** Of a published file as long as before, or the manifest alone would tell. */
    private static byte[] mutated(byte[] right, Random random, boolean keepsLength) {
        byte[] wrong = right.clone();
        int at = random.nextInt(wrong.length);
        int to = Math.min(wrong.length, at + 1 + random.nextInt(40));
        switch (random.nextInt(keepsLength ? 4 : 7)) {
            case 0 -> wrong[at] = (byte) random.nextInt(256);
            case 1 -> wrong[at] = (byte) ",\"\r\n0-:T;={}[]".charAt(random.nextInt(14));
            case 2 -> Arrays.fill(wrong, at, to, (byte) '9');
            case 3 -> System.arraycopy(right, random.nextInt(right.length - (to - at) + 1), wrong, at, to - at);
            case 4 -> wrong = Arrays.copyOf(right, at);
            case 5 -> {
                wrong = Arrays.copyOf(right, right.length + to);
                System.arraycopy(right, 0, wrong, right.length, to);
            }
            default -> {
                wrong = new byte[right.length - (to - at)];
                System.arraycopy(right, 0, wrong, 0, at);
                System.arraycopy(right, to, wrong, at, right.length - to);
            }
        }
        return wrong;
    }
}
