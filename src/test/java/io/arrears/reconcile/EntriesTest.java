package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.EntryTally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every entry went somewhere (R5): what became of them by the standings, and what the ledger has, in minor units. */
class EntriesTest {

    private static Entries.Posted posted(long count, long amount) {
        return new Entries.Posted(count, BigDecimal.valueOf(amount));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what it is,                 allocated, unallocated, refunded, charged, reversed, aside, information, count,
        // posted, what differs
        "all of it,                    70,        30,          10,       5,       0,        0,     0,           3,     115,    ''",
        "each place adds up,           1,         2,           4,        8,       16,       32,    64,          3,     127,    ''",
        "one lost of what was paid,    69,        30,          10,       5,       0,        0,     0,           3,     115,    EUR amount 114 115",
        "one posted twice,             70,        30,          10,       5,       0,        0,     0,           4,     120,    'EUR entries 3 4, EUR amount 115 120'",
        "one without an amount is lost, 70,       30,          10,       5,       0,        0,     0,           4,     115,    EUR entries 3 4",
        "none in the ledger,           70,        0,           0,        0,       0,        0,     0,           0,     0,      'EUR entries 3 0, EUR amount 70 0'",
    })
    void every_entry_stands_in_one_place(
            String what,
            long allocated,
            long unallocated,
            long refunded,
            long charged,
            long reversed,
            long setAside,
            long information,
            long count,
            long amount,
            String differing) {
        EntryTally tally =
                new EntryTally(3, allocated, unallocated, refunded, charged, reversed, setAside, information);
        Map<String, Entries.Posted> ledger = count == 0 ? Map.of() : Map.of("EUR", posted(count, amount));
        List<Check> checks = Entries.check(Map.of("EUR", tally), ledger);
        assertThat(Found.differing(checks)).isEqualTo(differing);
    }

    @Test
    void a_currency_that_either_side_knows_is_checked_and_each_place_is_told() {
        List<Check> checks =
                Entries.check(Map.of("EUR", new EntryTally(7, 1, 2, 4, 8, 16, 32, 64)), Map.of("CNY", posted(1, 500)));
        assertThat(Found.all(checks)).isEqualTo("CNY entries 0 1, CNY amount 0 500, EUR entries 7 0, EUR amount 127 0");
        assertThat(checks.get(3).leftFrom())
                .isEqualTo(
                        "the standings in minor units: allocated 1, unallocated 2, refunded 4, charged 8, reversed 16, "
                                + "set aside 32, information 64");
    }

    /** What another night's ledger came to; what it says of other identities is none of it. */
    @Test
    void the_ledgers_side_is_read_back_from_the_checks_of_another_night() {
        assertThat(Entries.posted(List.of(
                        new ReconciliationCsv.Row(Identity.R3, "EUR", BigDecimal.TEN),
                        new ReconciliationCsv.Row(Identity.R5, "EUR entries", BigDecimal.valueOf(3)),
                        new ReconciliationCsv.Row(Identity.R5, "EUR amount", BigDecimal.valueOf(115)),
                        new ReconciliationCsv.Row(Identity.R5, "CNY amount", BigDecimal.valueOf(7)),
                        new ReconciliationCsv.Row(Identity.R7, "", null))))
                .isEqualTo(Map.of("EUR", posted(3, 115), "CNY", posted(0, 7)));
    }
}
