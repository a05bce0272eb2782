package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLookTest {

    @Test
    void two_instalments_unpaid_on_31_march() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000).due(3, "2026-04-10", 1000);
        Delinquency figures = loan.figures("2026-03-31");
        assertThat(figures.dpd()).isEqualTo(49);
        assertThat(figures.overdueInstalments()).isEqualTo(2);
        assertThat(figures.bucket()).isEqualTo("M2");
        assertThat(figures.principalAged(AgeBand.DAYS_31_60)).isEqualTo(1000);
        assertThat(figures.standing().episodeStartedOn()).isEqualTo(day("2026-02-11"));
        assertThat(figures.standing().wakesOn()).isEqualTo(day("2026-04-11"));
        assertThat(figures.standing().balance()).isEqualTo(3000);
    }

    @Test
    void paying_all_closes_on_the_day_of_the_last_payment() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .due(2, "2026-03-10", 1000)
                .paid("p1", "2026-02-15", 1000)
                .paid("p2", "2026-03-01", 1200);
        assertThat(loan.on("2026-02-14").episodeStartedOn()).isEqualTo(day("2026-02-11"));
        assertThat(loan.on("2026-02-28").episodeStartedOn()).isNull();
        Standing closed = loan.on("2026-03-31");
        assertThat(closed.closedOn()).isEqualTo(day("2026-03-01"));
        assertThat(closed.unallocated()).isEqualTo(200);
        assertThat(closed.wakesOn()).isNull();
    }
}
