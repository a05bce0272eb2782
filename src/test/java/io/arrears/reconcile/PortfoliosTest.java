package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The core system's own figures against those of the standings (R7). */
class PortfoliosTest {

    /** {@code cash:EUR:2:20000:9999}: open accounts, principal and overdue in minor units. */
    private static Map<Portfolios.Key, Portfolios.Figures> portfolios(String words) {
        Map<Portfolios.Key, Portfolios.Figures> portfolios = new TreeMap<>();
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            String[] parts = word.split(":");
            portfolios.put(
                    new Portfolios.Key(parts[0], parts[1]),
                    new Portfolios.Figures(
                            Long.parseLong(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4])));
        }
        return portfolios;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the core system                         | the standings                             | what differs
                "cash:EUR:1:20000:10000                    | cash:EUR:1:20000:10000                    | ''",
                "cash:EUR:2:20000:10000                    | cash:EUR:1:20000:10000                    | cash EUR open accounts 2 1",
                "cash:EUR:1:20001:10000                    | cash:EUR:1:20000:10000                    | cash EUR principal 200.01 200.00",
                "cash:EUR:1:20000:9999                     | cash:EUR:1:20000:10000                    | cash EUR overdue 99.99 100.00",
                "cash:JPY:1:20000:9999                     | cash:JPY:1:20000:10000                    | cash JPY overdue 9999 10000",
                "cash:EUR:1:100:0                          | ''                                        | cash EUR open accounts 1 0, cash EUR principal 1.00 0.00",
                "''                                        | cash:EUR:1:100:0                          | cash EUR open accounts 0 1, cash EUR principal 0.00 1.00",
                "cash:EUR:1:100:0 cash:CNY:1:100:0         | cash:CNY:1:100:0 cash:EUR:1:100:0         | ''",
                "cash:EUR:1:100:0 card:EUR:2:100:0         | cash:EUR:2:100:0 card:EUR:1:100:0         | card EUR open accounts 2 1, cash EUR open accounts 1 2",
            })
    void each_product_and_currency_of_either_side_agrees(String stated, String standings, String differing) {
        assertThat(Found.differing(Portfolios.check(portfolios(stated), portfolios(standings))))
                .isEqualTo(differing);
    }

    @Test
    void each_figure_says_where_it_is_from() {
        assertThat(Portfolios.check(portfolios("cash:EUR:2:20000:9999"), portfolios("cash:EUR:1:20000:10000")))
                .extracting(Check::toString)
                .containsExactly(
                        "R7 cash EUR open accounts: 2 (control.csv) is not 1 (the standings), by 1",
                        "R7 cash EUR principal: 200.00 (control.csv) is not 200.00 (the standings), by 0.00",
                        "R7 cash EUR overdue: 99.99 (control.csv) is not 100.00 (the standings), by -0.01");
    }

    /** Overdue is one sum of the portfolio already, whichever bucket it is found in. */
    @Test
    void accounts_and_principal_of_several_buckets_add_up() {
        assertThat(new Portfolios.Figures(2, 300, 40).withMore(new Portfolios.Figures(1, 50, 40)))
                .isEqualTo(new Portfolios.Figures(3, 350, 40));
    }
}
