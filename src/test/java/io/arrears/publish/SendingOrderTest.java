package io.arrears.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.lender.LenderFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingOrderTest {

    /** What takes back goes before what tells, whatever its name (S9). */
    @Test
    void files_stand_as_a_bureau_must_get_them_and_others_by_name() {
        String day = "pboc/HB31000000000120261103";
        SendingOrder order = new SendingOrder(
                LenderFile.load(Path.of("jobs"), "harbour").bureaus(), Instant.parse("2026-11-03T02:00:00Z"));
        assertThat(List.of(
                                "review.csv",
                                day + "2100020.txt",
                                day + "2100010.txt",
                                day + "2120010.txt",
                                day + "2130010.txt",
                                day + "2140010.txt",
                                day + "1100010.txt",
                                "held.csv")
                        .stream()
                        .sorted(order))
                .containsExactly(
                        "held.csv",
                        day + "1100010.txt",
                        day + "2140010.txt",
                        day + "2130010.txt",
                        day + "2120010.txt",
                        day + "2100010.txt",
                        day + "2100020.txt",
                        "review.csv");
    }
}
