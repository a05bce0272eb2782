package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.publish.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What status says of a lender's newest worklist. */
class NewestWorklistTextTest {

    private static final Instant MORNING = Instant.parse("2026-11-01T02:00:00Z");

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() {
        home = new Home(folder);
    }

    /** A published night with lines of these calling days, each over at ten in the evening in Shanghai. */
    private Path publish(String night, int withheld, String... days) throws IOException {
        Path out = Files.createDirectories(home.out("north").resolve(night));
        StringBuilder lines = new StringBuilder("account_id,not_before,valid_until\r\n");
        for (String day : days) {
            lines.append("A,")
                    .append(day)
                    .append("T08:00:00+08:00,")
                    .append(day)
                    .append("T22:00:00+08:00\r\n");
        }
        Files.writeString(out.resolve("worklist.csv"), lines);
        Files.writeString(out.resolve("withheld.csv"), "account_id,rule\r\n" + "B,EVERY\r\n".repeat(withheld));
        List<FileEntry> files = new ArrayList<>();
        for (String file : List.of("withheld.csv", "worklist.csv")) {
            files.add(FileEntry.of(out, file));
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "north",
                night.substring(0, 10),
                1,
                1,
                "2026-10-31T18:00:00Z",
                "2026-10-31T18:00:00Z",
                "1",
                "0",
                false,
                0,
                List.of(),
                files,
                null,
                null,
                null,
                null);
        Files.write(out.resolve(Manifest.FILE), manifest.bytes());
        return out;
    }

    private String told(Instant now) {
        StringWriter text = new StringWriter();
        NewestWorklistText.print(home, "north", now, new PrintWriter(text));
        return text.toString().strip();
    }

    @Test
    void the_newest_list_is_told_with_the_day_on_which_it_is_called() throws IOException {
        assertThat(told(MORNING)).as("no night").isEmpty();
        publish("2026-10-30", 1, "2026-10-31", "2026-10-31");
        assertThat(told(MORNING))
                .isEqualTo("worklist of 2026-10-30: 2 lines, 1 withheld, called on 2026-10-31, which is over: nobody is"
                        + " called by it");
        publish("2026-10-31", 3, "2026-11-01");
        assertThat(told(MORNING)).isEqualTo("worklist of 2026-10-31: 1 line, 3 withheld, called on 2026-11-01");
        assertThat(told(Instant.parse("2026-11-01T13:59:59Z"))).doesNotContain("over");
        assertThat(told(Instant.parse("2026-11-01T14:00:00Z"))).contains("which is over");
        publish("2026-10-31.2", 2, "2026-11-01", "2026-11-02");
        assertThat(told(MORNING))
                .isEqualTo("worklist of 2026-10-31.2: 2 lines, 2 withheld, called on 2026-11-01 to 2026-11-02");
    }

    @Test
    void a_list_without_lines_has_no_day() throws IOException {
        publish("2026-10-31", 2);
        assertThat(told(MORNING)).isEqualTo("worklist of 2026-10-31: 0 lines, 2 withheld");
    }

    @Test
    void a_night_that_cannot_be_read_is_told_by_what_helps() throws IOException {
        Path night = publish("2026-10-31", 2, "2026-11-01");
        Files.writeString(night.resolve("worklist.csv"), "account_id,x\r\nA,1\r\n");
        assertThat(told(MORNING)).startsWith("worklist: the newest night's cannot be read; 'arrears verify'");
        Files.writeString(night.resolve("worklist.csv"), "account_id,not_before,valid_until\r\nA,soon,later\r\n");
        assertThat(told(MORNING)).startsWith("worklist: the newest night's cannot be read");
        Files.delete(night.resolve("worklist.csv"));
        assertThat(told(MORNING)).startsWith("worklist: the newest night's cannot be read");
        Files.writeString(night.resolve(Manifest.FILE), "{");
        assertThat(told(MORNING)).startsWith("worklist: the newest night's cannot be read");
    }
}
