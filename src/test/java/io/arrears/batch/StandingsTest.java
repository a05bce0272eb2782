package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a night writes of its accounts, and which of them it lists. */
class StandingsTest {

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_writes_what_changed_and_moves_what_it_replaced_to_history(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .loan("B", "2026-01-01", "2026-02-01")
                .loan("C", "2026-01-01", "2026-02-20")
                .deliver();
        Run first = lender.run("2026-02-10").run();
        assertThat(lender.book.count("standing", first)).isEqualTo(3);
        assertThat(lender.book.count("arrear", first)).isEqualTo(2);
        assertThat(history(lender)).isEmpty();

        Run quiet = lender.run("2026-02-11").run();
        assertThat(lender.book.count("standing", quiet)).isZero();
        assertThat(lender.listed("2026-02-11")).hasSize(3).first().asString().startsWith("A,2026-02-11,OPEN,10,10,M1");

        lender.paid("A", "2026-02-12", "40.00").deliver();
        Run third = lender.run("2026-02-12").run();
        assertThat(lender.book.count("standing", third)).isEqualTo(1);
        assertThat(lender.book.count("standing", first)).isEqualTo(2);
        assertThat(lender.book.count("arrear", first)).isEqualTo(1);
        assertThat(history(lender))
                .containsExactly("A " + first.id() + " 2026-02-10 2026-02-12 " + third.id() + " 10000");

        Run fourth = lender.run("2026-02-21").run();
        assertThat(lender.book.count("standing", fourth)).isEqualTo(1); // C is overdue since yesterday
        assertThat(history(lender))
                .hasSize(2)
                .last()
                .isEqualTo("C " + first.id() + " 2026-02-10 2026-02-21 " + fourth.id() + " 10000");
        assertThat(lender.book.jdbc.queryForList(
                        "SELECT account_id FROM standing WHERE lender = ? ORDER BY account_id",
                        String.class,
                        lender.name))
                .containsExactly(lender.id("A"), lender.id("B"), lender.id("C"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_closed_account_is_listed_once(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("BEFORE", "2026-01-01", "2026-02-01")
                .paid("BEFORE", "2026-02-01", "100.00")
                .loan("FIRST", "2026-01-01", "2026-02-01")
                .paid("FIRST", "2026-02-10", "100.00")
                .loan("LATER", "2026-01-01", "2026-02-01")
                .loan("OPEN", "2026-01-01", "2026-02-01")
                .deliver();
        assertThat(accounts(lender, "2026-02-10")).containsExactly("FIRST CLOSED", "LATER OPEN", "OPEN OPEN");

        lender.paid("LATER", "2026-02-12", "100.00").deliver();
        assertThat(accounts(lender, "2026-02-11")).containsExactly("LATER OPEN", "OPEN OPEN");
        assertThat(accounts(lender, "2026-02-13")).containsExactly("LATER CLOSED", "OPEN OPEN");
        assertThat(accounts(lender, "2026-02-14")).containsExactly("OPEN OPEN");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_opened_after_the_as_of_date_has_no_row(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("NEXT", "2026-02-11", "2026-03-01")
                .loan("TODAY", "2026-02-10", "2026-03-01")
                .deliver();
        assertThat(accounts(lender, "2026-02-10")).containsExactly("TODAY OPEN");
        assertThat(accounts(lender, "2026-02-11")).containsExactly("NEXT OPEN", "TODAY OPEN");
    }

    /** Runs the night; its accounts and their status. */
    private static List<String> accounts(Portfolio lender, String asOf) {
        lender.run(asOf);
        return lender.listed(asOf).stream()
                .map(row -> row.split(",", -1)[0] + " " + row.split(",", -1)[2])
                .toList();
    }

    private static List<String> history(Portfolio lender) {
        return lender.book.jdbc.query(
                "SELECT account_id, run_id, from_as_of, to_as_of, replaced_by_run, balance FROM standing_history"
                        + " WHERE lender = ? ORDER BY account_id, run_id",
                (row, i) -> row.getString(1).replace("-" + lender.name, "") + " " + row.getLong(2) + " "
                        + row.getString(3) + " " + row.getString(4) + " " + row.getLong(5) + " " + row.getLong(6),
                lender.name);
    }
}
