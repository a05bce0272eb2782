package io.arrears.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.publish.FurnishCsv;
import io.arrears.publish.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dispute stands in the list once, by whichever bureaus' accounts it came there. */
class DisputesDueTest {

    private static final String HEADER = "account_id,dispute_id,opened_on,answer_by,days_left";

    @TempDir
    Path folder;

    private WorkFolder work() {
        return new WorkFolder(folder);
    }

    private void part(String bureau, int partition, String... rows) throws IOException {
        Path part = work().part(bureau + "-disputes-due.csv", partition);
        Files.createDirectories(part.getParent());
        Files.writeString(part, rows.length == 0 ? "" : String.join("\r\n", rows) + "\r\n");
    }

    private List<String> joined(String... bureaus) throws IOException {
        Files.createDirectories(work().out());
        DisputesDue.join(
                work(),
                List.of(bureaus).stream()
                        .map(bureau -> bureau + "-" + FurnishCsv.DISPUTES_DUE.file())
                        .toList());
        return Files.readAllLines(work().out().resolve("disputes-due.csv"));
    }

    @Test
    void the_lists_of_bureaus_become_one_in_key_order_with_the_first_day_by_which_to_answer() throws IOException {
        part(
                "a",
                0,
                "'-A,d4,2026-11-20,2026-12-10,8",
                "A1,d2,2026-11-20,2026-12-10,8",
                "A1,d1,2026-11-20,2026-12-10,8");
        part("a", 1, "A3,d5,2026-11-20,2026-12-10,8");
        part("b", 0, "A1,d1,2026-11-20,2026-12-05,3", "A1,d6,2026-11-20,2026-12-05,3");
        part("b", 1, "A2,d7,2026-11-20,2026-12-05,3", "A3,d5,2026-11-20,2026-12-20,18");
        assertThat(joined("a")).hasSize(5);
        List<String> both = List.of(
                HEADER,
                "'-A,d4,2026-11-20,2026-12-10,8",
                "A1,d2,2026-11-20,2026-12-10,8",
                "A1,d1,2026-11-20,2026-12-05,3",
                "A1,d6,2026-11-20,2026-12-05,3",
                "A2,d7,2026-11-20,2026-12-05,3",
                "A3,d5,2026-11-20,2026-12-10,8");
        assertThat(joined("a", "b")).isEqualTo(both);
        assertThat(joined("a", "b")).as("again").isEqualTo(both);
        assertThat(joined("b")).as("once a is kept back").hasSize(5);
        assertThat(joined()).containsExactly(HEADER);
    }
}
