package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D8, D5: a payoff stays in force when its payment bounces; what puts the old schedule back is another version. */
class D8BouncedPayoffTest {

    /** Due on 10 March and April; paid off on 19 March, what bounces on the 25th. */
    private static Loans bounced() {
        return loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 1000, 30)
                .agreed("a", AgreementType.PAYOFF, "2026-03-19", Instant.parse("2026-03-19T12:01:00Z"), 2)
                .entry("p", EntryType.REPAYMENT, "2026-03-19", 1030)
                .reversed("r", "p", "2026-03-25", 1030);
    }

    private static String told(Loans loan, String asOf) {
        Delinquency figures = loan.figures(asOf);
        Standing standing = figures.standing();
        return figures.status() + " " + figures.dpd() + " " + figures.overdue().total() + " " + standing.oldestDueOn()
                + " " + standing.episodeStartedOn() + " " + loan.reviewed(asOf, PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-19 | CLOSED 0 0 null null
            2026-03-24 | CLOSED 0 0 null null
            2026-03-25 | OPEN 6 1030 2026-03-19 2026-03-25
            2026-04-30 | OPEN 42 1030 2026-03-19 2026-03-25
            """)
    void what_the_payoff_asked_for_is_owed_since_its_day(String asOf, String told) {
        assertThat(told(bounced(), asOf)).isEqualTo(told + " ");
    }

    /** The reversal is posted at noon of the 25th. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-25 | 2026-03-25T12:01:00Z | 2026-03-25 | OPEN 15 530 2026-03-10 2026-03-25 | the day of the bounce, agreed after it
            2026-03-25 | 2026-03-26T09:00:00Z | 2026-03-25 | OPEN 15 530 2026-03-10 2026-03-25 | agreed the day after
            2026-03-27 | 2026-03-27T09:00:00Z | 2026-03-26 | OPEN 7 1030 2026-03-19 2026-03-25 | not yet put back
            2026-03-27 | 2026-03-27T09:00:00Z | 2026-03-27 | OPEN 17 530 2026-03-10 2026-03-25 |
            """)
    void a_version_that_lists_the_old_schedule_again_puts_it_back(
            String from, Instant posted, String asOf, String told, String why) {
        Loans loan = bounced()
                .due(3, 1, "2026-03-10", 500, 30)
                .due(3, 2, "2026-04-10", 500, 30)
                .agreed("b", AgreementType.EXTENSION, from, posted, 3);
        assertThat(told(loan, asOf)).as(why).isEqualTo(told + " ");
    }

    /** Version 1 cannot be named again, and what was agreed before the bounce was heard of did not know of it. */
    @ParameterizedTest
    @CsvSource({"1, 2026-03-25T12:01:00Z, AGREEMENT_VERSION_EARLIER b", "3, 2026-03-25T11:59:00Z, SCHEDULE_NOT_WHOLE 3"
    })
    void nothing_else_does(int version, Instant posted, String reviewed) {
        Loans loan = bounced()
                .due(3, 1, "2026-03-10", 500, 30)
                .due(3, 2, "2026-04-10", 500, 30)
                .agreed("b", AgreementType.EXTENSION, "2026-03-25", posted, version);
        assertThat(loan.reviewed("2026-03-25", PLAIN)).contains(reviewed);
    }
}
