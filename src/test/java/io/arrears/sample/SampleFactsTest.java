package io.arrears.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.Bureaus;
import io.arrears.feed.FeedReader;
import io.arrears.feed.RawRow;
import io.arrears.feed.RowParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bureau facts as rows: taken by the import, one set a borrower and an account, the same for the same seed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what was read back is let go with the class
class SampleFactsTest {
    private static final SampleSpec SPEC =
            new SampleSpec(3_000, 11, SampleSpec.DEMO_DAY, List.of(SampleLender.HARBOUR));

    @TempDir
    private static Path dir;

    private Delivery ledger = Delivery.NONE;

    @BeforeAll
    void write() {
        ledger = Delivery.write(SPEC, dir);
    }

    @Test
    void the_import_takes_every_fact() throws IOException {
        var feed = io.arrears.feed.Feed.BUREAU_FACTS;
        var parser = new RowParser(feed, Bureaus.facts(), LocalDateTime.MAX);
        try (var in = Files.newInputStream(dir.resolve(feed.file()));
                var reader = new FeedReader(feed.layout(), in)) {
            for (RawRow raw = reader.next(); raw != null; raw = reader.next()) {
                assertThat(parser.parse(raw, 2).fault())
                        .as("line " + raw.line())
                        .isNull();
            }
        }
    }

    @Test
    void every_borrower_has_facts_and_every_account_too() {
        assertThat(ledger.facts("borrower_id")).containsOnlyKeys(ledger.column("borrowers", "borrower_id"));
        assertThat(ledger.facts("account_id")).containsOnlyKeys(ledger.column("accounts", "account_id"));
    }

    @Test
    void districts_and_postal_codes_have_six_digits() {
        for (var facts : List.of(ledger.facts("borrower_id"), ledger.facts("account_id"))) {
            facts.values()
                    .forEach(one -> one.forEach((key, value) -> {
                        if (key.endsWith("_district") || key.endsWith("_postal_code")) {
                            assertThat(value).as(key).matches("[0-9]{6}");
                        }
                    }));
        }
    }

    @Test
    void other_lenders_have_no_facts_for_pboc() {
        assertThat(Delivery.write(SampleSpec.uniform(100, 6, 1), dir.resolve("bench"))
                        .headers())
                .doesNotContainKeys("bureau_facts", "parties");
        var all = Delivery.write(SampleSpec.of(2_050, 1), dir.resolve("all"));
        assertThat(all.column("bureau_facts", "account_id")).allMatch(id -> id.matches("|[HO].*"));
        assertThat(all.column("bureau_facts", "borrower_id")).allMatch(id -> id.matches("|[HO]B.*"));
    }

    @Test
    void the_same_seed_gives_the_same_facts_and_another_seed_others() throws IOException {
        assertThat(bytes(500, 7, "a")).isEqualTo(bytes(500, 7, "b"));
        assertThat(bytes(500, 7, "c")).isNotEqualTo(bytes(500, 8, "d"));
    }

    /** So they are written account by account: no later account is needed to write an earlier one, and none is kept. */
    @Test
    void facts_stand_in_the_order_of_accounts_and_do_not_depend_on_how_many_follow() throws IOException {
        assertThat(bytes(900, 7, "many")).startsWith(bytes(90, 7, "few"));
        assertThat(ledger.rows("bureau_facts").stream()
                        .map(row -> row.get("borrower_id") + row.get("account_id"))
                        .map(id -> id.substring(id.length() - 9)))
                .isSorted();
        assertThat(ledger.column("parties", "account_id")).isSorted();
    }

    private String bytes(long accounts, long seed, String name) throws IOException {
        var folder = dir.resolve(name);
        SampleLedger.write(new SampleSpec(accounts, seed, SampleSpec.DEMO_DAY, List.of(SampleLender.HARBOUR)), folder);
        return Files.readString(folder.resolve("bureau_facts.csv"));
    }
}
