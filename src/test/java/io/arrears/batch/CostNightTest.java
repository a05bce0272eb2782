package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nights of a lender with a cap of 5 % a year on what a loan costs in all (L19). */
class CostNightTest {

    private static final String ENTRIES = "entry_id,account_id,type,value_on,posted_at,amount,fee";

    @TempDir
    Path folder;

    /**
     * C costs 5.54 % whoever is overdue; B, overdue since 5 October, 80.00 against 5 % of 582000 days of principal on the 20th,
     * which is 79.73, and of 584000 on the 22nd, which is 80.00: then within, though nobody touched it.
     */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void accounts_beyond_the_cap_are_listed_and_nobody_is_contacted_about_them(Databases kind) throws IOException {
        String cap = LadderBook.LADDER.replace("furnish:", "cost-cap: {percent-a-year: 5}\nfurnish:");
        try (Book book = Book.on(kind, folder).policy("furnish:", cap).open()) {
            book.deliver(LadderBook.ledger());
            book.deliver(
                    "entries",
                    ENTRIES,
                    "E1,C,FEE,2026-10-01,2026-10-01T10:00:00Z,70.00,",
                    "E2,B,FEE,2026-10-01,2026-10-01T10:00:00Z,60.00,");
            Nights.Outcome before = run(book, "2026-10-02");
            assertThat(beyond(before)).as("not overdue").isEqualTo("B C");
            assertThat(LadderBook.rows(before, "withheld.csv", 0)).doesNotContain("B", "C");

            Nights.Outcome overdue = run(book, "2026-10-20");
            assertThat(beyond(overdue)).isEqualTo("B C");
            assertThat(LadderBook.rows(overdue, "withheld.csv", 0, 5, 6, 7, 8, 9, 10))
                    .contains("C|SMS|EXCESS_COST|policy|cost-cap|5.53 % a year, at most 5 %|")
                    .contains("C|CALL|EXCESS_COST|policy|cost-cap|5.53 % a year, at most 5 %|")
                    .noneMatch(row -> row.startsWith("A|") && row.contains("EXCESS_COST"));
            assertThat(LadderBook.rows(overdue, "worklist.csv", 0)).doesNotContain("B", "C");
            assertThat(beyond(run(book, "2026-10-21"))).isEqualTo("B C");

            book.deliver("entries", ENTRIES, "E3,C,WAIVER,2026-10-22,2026-10-22T01:00:00Z,70.00,70.00");
            Nights.Outcome waived = run(book, "2026-10-22");
            assertThat(beyond(waived)).isEmpty();
            assertThat(LadderBook.rows(waived, "worklist.csv", 0)).contains("C");
        }
    }

    private static Nights.Outcome run(Book book, String day) {
        LocalDate asOf = LocalDate.parse(day);
        book.after(asOf);
        Nights.Outcome night = book.run(asOf);
        assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
        return night;
    }

    private static String beyond(Nights.Outcome night) throws IOException {
        return LadderBook.rows(night, "review.csv", 0, 2).stream()
                .filter(row -> row.contains("COST_BEYOND_CAP"))
                .map(row -> row.replaceAll("COST_BEYOND_CAP|\\|", ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
