package io.arrears.bureau.pboc.due;

import static io.arrears.bureau.pboc.due.CorrectionsTest.nights;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Decision;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Special transactions heard, changed or reversed after their month was told; the words are those of {@link Nights#words}. */
class CorrectedTradesTest {

    private static String trades(Nights nights, String day) {
        return LoanOnFile.of(nights.reported()).trades().stream()
                .filter(part -> part.reportedOn().equals(LocalDate.parse(day)))
                .map(part -> part.fact(Facts.TRADES))
                .findFirst()
                .orElse("not held");
    }

    @Test
    void what_was_waived_and_heard_after_its_month_was_told_corrects_that_month_and_its_transactions() {
        Nights nights = nights(Loan.yearly()
                .paid("a", "2026-02-10", 100_880)
                .heard("2026-04-20")
                .waived("w", "2026-03-20", 100_000));
        nights.run("2026-01-05", "2026-04-19");
        List<Decision> decisions = nights.run("2026-04-20");
        assertThat(decisions.stream().map(Nights::words)).containsExactly("212/H 2026-03-31 1", "212/K 2026-03-31");
        Decision.Report waived = (Decision.Report) decisions.get(1);
        assertThat(waived.line()).contains("<ChanTranType>11</ChanTranType><TranDate>2026-03-20</TranDate>");
        assertThat(waived.before()).isEmpty();
        assertThat(trades(nights, "2026-03-31")).isEqualTo("11@2026-03-20");
        assertThat(nights.run("2026-04-21", "2026-05-01")).isEmpty();
    }

    @Test
    void a_transaction_of_a_month_before_one_that_was_told_stands_in_the_later_section() {
        Nights nights = nights(Loan.yearly()
                .waived("v", "2026-04-15", 10_000)
                .heard("2026-05-20")
                .waived("w", "2026-03-20", 20_000));
        nights.run("2026-01-05", "2026-05-19");
        assertThat(trades(nights, "2026-04-30")).isEqualTo("11@2026-04-15");
        assertThat(nights.words("2026-05-20")).contains("212/K 2026-04-30").doesNotContain("212/K 2026-03-31");
        assertThat(trades(nights, "2026-04-30")).isEqualTo("11@2026-03-20;11@2026-04-15");
        assertThat(nights.run("2026-05-21", "2026-06-01")).isEmpty();
    }

    @Test
    void a_transaction_whose_amount_was_another_is_corrected() {
        Nights nights = nights(Loan.yearly()
                .waived("v", "2026-03-15", 10_000)
                .heard("2026-04-20")
                .waived("w", "2026-03-15", 20_000));
        nights.run("2026-01-05", "2026-04-19");
        assertThat(nights.run("2026-04-20").stream()
                        .filter(decision -> Nights.words(decision).startsWith("212/K"))
                        .map(decision -> ((Decision.Report) decision).line()))
                .singleElement()
                .asString()
                .contains("<CagOfTrdNm>1</CagOfTrdNm>", "<TranAmt>300</TranAmt>");
    }

    @Test
    void a_transaction_that_never_happened_is_taken_back() {
        Nights nights = nights(Loan.yearly()
                .waived("w", "2026-03-20", 100_000)
                .heard("2026-04-20")
                .reversed("r", "w", "2026-03-20", 100_000));
        nights.run("2026-01-05", "2026-04-19");
        assertThat(trades(nights, "2026-03-31")).isEqualTo("11@2026-03-20");
        assertThat(nights.words("2026-04-20")).containsExactly("213/K 2026-03-31..2026-03-31", "212/H 2026-03-31 2");
        assertThat(trades(nights, "2026-03-31")).isEqualTo("not held");
    }
}
