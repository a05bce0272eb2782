package io.arrears.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleControlTest {
    private static final Map<String, List<String>> SUMMED = Map.of(
            "accounts", List.of("principal"),
            "instalments", List.of("principal", "interest", "fee", "penalty"),
            "entries", List.of("amount"),
            "statements", List.of("minimum_principal", "minimum_interest", "minimum_fee"));

    @TempDir
    private Path dir;

    @Test
    void controlRowsAgreeWithTheFilesAndNameEachOfThem() {
        var spec = SampleSpec.of(2_050, 5);
        var ledger = Delivery.write(spec, dir);
        var control = ledger.rows("control");
        assertThat(control).hasSize(ledger.headers().size() - 1);
        for (var row : control) {
            var feed = row.get("feed");
            assertThat(row.get("business_date")).isEqualTo(spec.asOf().toString());
            assertThat(row.get("rows"))
                    .isEqualTo(Integer.toString(ledger.rows(feed).size()));
            if (SUMMED.containsKey(feed)) {
                var sum = ledger.rows(feed).stream()
                        .map(line -> Delivery.sum(line, SUMMED.get(feed)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(new BigDecimal(row.get("amount"))).isEqualByComparingTo(sum);
            } else {
                assertThat(row.get("amount")).isEmpty();
            }
        }
    }
}
