package io.arrears.delinquency;

import static io.arrears.delinquency.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D17: the balance, proved from two sources at each statement. */
class D17BalanceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # draws and payments                                  | statement                        | what stands in review.csv
            d1 draw 01-05 1000                                    | s1 bill 01-31 02-20 100 1000      | ''
            d1 draw 01-05 1000                                    | s1 bill 01-31 02-20 100 999       | STATEMENT_DIFFERS s1 (balance 9.99; in the ledger 10.00)
            # of its own day all that was booked by then
            d1 draw 01-05 1000; p1 pay 01-31 300 @01-31T12         | s1 bill 01-31 02-20 100 700       | ''
            d1 draw 01-05 1000; p1 pay 01-31 300 @01-31T13         | s1 bill 01-31 02-20 100 1000      | ''
            d1 draw 01-05 1000; d2 draw 01-31 5 @01-31T13          | s1 bill 01-31 02-20 100 1000      | ''
            # booked later, and valued before: neither core nor statement knew
            d1 draw 01-05 1000; p1 pay 01-20 300 @02-03T12         | s1 bill 01-31 02-20 100 1000      | ''
            d1 draw 01-05 1000; p1 pay 01-20 300; x1 reverse 02-03 300 p1 | s1 bill 01-31 02-20 100 700 | ''
            # in credit it is 0
            d1 draw 01-05 1000; p1 pay 01-20 1300                  | s1 bill 01-31 02-20 0 0           | ''
            # interest, fees and charges are no balance
            d1 draw 01-05 1000; f1 fee 01-10 30                    | s1 bill 01-31 02-20 100/9/8 1000  | ''
            # minima above the balance
            d1 draw 01-05 80                                       | s1 bill 01-31 02-20 100 80        | STATEMENT_DIFFERS s1 (minima 1.00 of a balance of 0.80)
            # what was overdue: a charge is, what the statement itself asks for is not
            d1 draw 01-05 1000; f1 fee 01-10 30                    | s1 bill 01-31 02-20 100 1000 30   | ''
            d1 draw 01-05 1000; f1 fee 01-10 30                    | s1 bill 01-31 02-20 100 1000 0    | STATEMENT_DIFFERS s1 (past due 0.00; in the ledger 0.30)
            """)
    void a_statement_is_held_against_the_ledger(String came, String statement, String reviews) {
        Lines line = line(came.replace("; ", "\n") + "\n" + statement);
        assertThat(line.reviews("02-10")).isEqualTo(reviews);
    }

    @Test
    void the_newest_statement_decides_whether_the_account_is_held() {
        Lines line = line("""
                d1 draw 01-05 1000
                s1 bill 01-31 02-20 100 900
                s2 bill 02-28 03-20 100 1000
                """);
        assertThat(line.on("02-27").reviews())
                .allMatch(review -> review.code().isHolding())
                .hasSize(1);
        assertThat(line.reviews("03-01")).isEqualTo("STATEMENT_DIFFERED s1 (balance 9.00; in the ledger 10.00)");
        assertThat(line.on("03-01").reviews())
                .noneMatch(review -> review.code().isHolding())
                .hasSize(1);
    }

    @Test
    void past_due_is_what_earlier_statements_left() {
        Lines line = line("""
                d1 draw 01-05 1000
                s1 bill 01-31 02-20 100 1000
                s2 bill 02-28 03-20 100 1000 100
                """);
        assertThat(line.reviews("03-01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JPY | balance 999; in the ledger 1000
            CNY | balance 9.99; in the ledger 10.00
            KWD | balance 0.999; in the ledger 1.000
            """)
    void both_figures_are_written_in_the_accounts_currency(String currency, String evidence) {
        Lines line = line("d1 draw 01-05 1000\ns1 bill 01-31 02-20 100 999").in(currency);
        assertThat(line.reviews("02-10")).isEqualTo("STATEMENT_DIFFERS s1 (" + evidence + ")");
    }
}
