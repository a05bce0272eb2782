package io.arrears.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLedgerTest {
    @TempDir
    private Path dir;

    @Test
    void theSameSpecGivesTheSameBytes() throws IOException {
        assertThat(bytes(SampleSpec.of(615, 7), "a")).isEqualTo(bytes(SampleSpec.of(615, 7), "b"));
    }

    @Test
    void anotherSeedGivesAnotherLedger() throws IOException {
        var one = bytes(SampleSpec.of(615, 7), "a");
        var other = bytes(SampleSpec.of(615, 8), "b");
        for (var feed : List.of("accounts.csv", "instalments.csv", "entries.csv")) {
            assertThat(one.get(feed)).isNotEqualTo(other.get(feed));
        }
    }

    @Test
    void anAccountDoesNotDependOnHowManyFollow() throws IOException {
        var few = bytes(SampleSpec.uniform(50, 24, 1), "few");
        var more = bytes(SampleSpec.uniform(500, 24, 1), "more");
        for (var feed : List.of("accounts.csv", "instalments.csv", "entries.csv", "borrowers.csv")) {
            assertThat(more.get(feed)).startsWith(few.get(feed));
        }
    }

    @Test
    void aUniformLedgerHasTheSameScheduleLengthEverywhere() {
        var ledger = Delivery.write(SampleSpec.uniform(200, 24, 3), dir);
        assertThat(ledger.rows("instalments")).hasSize(200 * 24);
        assertThat(ledger.column("accounts", "term_count")).containsOnly("24");
        assertThat(ledger.column("accounts", "lender")).containsOnly("bench");
        assertThat(ledger.column("accounts", "currency")).containsOnly("CNY");
        assertThat(ledger.column("entries", "type")).containsOnly("REPAYMENT", "PENALTY");
        var asOf = SampleSpec.DEMO_DAY.toString();
        long due = ledger.column("instalments", "due_on").stream()
                .filter(day -> day.compareTo(asOf) < 0)
                .count();
        assertThat((double) ledger.rows("entries").size() / due).isBetween(0.9, 1.1);
    }

    @Test
    void feedsOfAnEarlierDeliveryAreDeleted() throws IOException {
        bytes(SampleSpec.of(2_050, 7), "a");
        assertThat(bytes(SampleSpec.uniform(3, 24, 7), "a")).doesNotContainKeys("agreements.csv", "disputes.csv");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> SampleSpec.of(0, 1)).hasMessageContaining("0");
        assertThatThrownBy(() ->
                        new SampleSpec(1, 1, SampleSpec.DEMO_DAY, List.of(SampleLender.MERIDIAN, SampleLender.HARBOUR)))
                .hasMessageContaining("ascending");
    }

    private Map<String, String> bytes(SampleSpec spec, String name) throws IOException {
        var folder = dir.resolve(name);
        SampleLedger.write(spec, folder);
        var contents = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
