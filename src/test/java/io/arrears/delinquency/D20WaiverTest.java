package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D20: a waiver forgives what it names, and is no money. */
class D20WaiverTest {

    private static final Policy COMPONENT_FIRST = policy().componentFirst().build();

    /** 90/10 due in February and 100/20/5/3 due in April. */
    private static Loans two() {
        return loan().due(1, 1, "2026-02-10", 90, 10).due(1, 2, "2026-04-10", new Components(100, 20, 5, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0 |  10 | 0 |  0 | 90/0/0/0 100/20/5/3  |                                      | of the interest due
             0 |  11 | 0 |  0 | 90/0/0/0 100/19/5/3  | WAIVER_OF_COMING w                   | and a unit of the coming
             0 |  31 | 0 |  0 | 90/0/0/0 100/0/5/3   | WAIVER_BEYOND w, WAIVER_OF_COMING w  | never principal
             0 |   0 | 0 | 50 | 90/10/0/0 100/20/5/0 | WAIVER_BEYOND w, WAIVER_OF_COMING w  | a penalty of 3 alone
            90 |   0 | 0 |  0 | 0/10/0/0 100/20/5/3  |                                      | of principal, if it says so
            """)
    void a_split_is_all_that_it_forgives(
            long principal,
            long interest,
            long fee,
            long penalty,
            String rests,
            @Nullable String reviewed,
            String why) {
        Loans loan = two().waived("w", "2026-03-01", new Components(principal, interest, fee, penalty));
        for (Policy policy : new Policy[] {PLAIN, COMPONENT_FIRST}) {
            assertThat(Books.rests(loan, "2026-03-01", policy)).as(why).isEqualTo(rests);
            assertThat(loan.reviewed("2026-03-01", policy)).as(why).isEqualTo(reviewed == null ? "" : reviewed);
            assertThat(loan.on("2026-03-01", policy).unallocated()).as(why).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             15 | 85/0/0/0 100/20/5/3 |                                     | interest before principal
            100 | 0/0/0/0 100/20/5/3  |                                     |
            101 | 0/0/0/0 100/20/5/2  | WAIVER_OF_COMING w                  |
            228 | 0/0/0/0 0/0/0/0     | WAIVER_OF_COMING w                  |
            229 | 0/0/0/0 0/0/0/0     | WAIVER_BEYOND w, WAIVER_OF_COMING w |
            """)
    void without_a_split_it_follows_the_order_of_credits(
            long amount, String rests, @Nullable String reviewed, String why) {
        Loans loan = two().waived("w", "2026-03-01", amount);
        assertThat(Books.rests(loan, "2026-03-01", PLAIN)).as(why).isEqualTo(rests);
        assertThat(loan.reviewed("2026-03-01", PLAIN)).as(why).isEqualTo(reviewed == null ? "" : reviewed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-09 | WAIVER_OF_COMING w
            2026-02-10 |
            2026-02-11 |
            """)
    void what_is_due_on_its_day_is_not_coming(String valueOn, @Nullable String reviewed) {
        Loans loan = two().waived("w", valueOn, new Components(0, 10, 0, 0));
        assertThat(loan.reviewed("2026-03-01", PLAIN)).isEqualTo(reviewed == null ? "" : reviewed);
    }

    /** 100/100 due; a waiver of the interest is booked twice. Nobody forgave principal, and nothing was paid. */
    @Test
    void booked_twice_it_pays_no_principal_and_closes_nothing() {
        Loans loan = loan().due(1, 1, "2026-02-01", 100, 100)
                .waived("w1", "2026-03-06", new Components(0, 100, 0, 0))
                .waived("w2", "2026-03-06", new Components(0, 100, 0, 0));
        Delinquency figures = loan.figures("2026-03-07");
        assertThat(figures.status()).isEqualTo(Status.OPEN);
        assertThat(figures.overdue()).isEqualTo(new Components(100, 0, 0, 0));
        assertThat(figures.dpd()).isEqualTo(34);
        assertThat(loan.reviewed("2026-03-07", PLAIN)).isEqualTo("WAIVER_BEYOND w2");
    }

    @Test
    void what_it_found_nothing_of_is_never_refunded() {
        Loans loan = loan().due(1, 1, "2026-02-01", 100, 0)
                .paid("p", "2026-02-01", 100)
                .waived("w", "2026-02-05", new Components(0, 50, 0, 0))
                .refund("r", "2026-02-10", 50);
        assertThat(loan.on("2026-02-10").unallocated()).isZero();
        assertThat(loan.reviewed("2026-02-10", PLAIN)).isEqualTo("REFUND_BEYOND_UNALLOCATED r, WAIVER_BEYOND w");
        assertThat(loan.on("2026-02-09").closedOn()).isEqualTo("2026-02-01");
    }

    @Test
    void a_reversed_waiver_is_nobodys_business() {
        Loans loan =
                two().waived("w", "2026-03-01", new Components(0, 0, 0, 50)).reversed("r", "w", "2026-03-05", 50);
        assertThat(loan.reviewed("2026-03-04", PLAIN)).isEqualTo("WAIVER_BEYOND w, WAIVER_OF_COMING w");
        assertThat(loan.reviewed("2026-03-05", PLAIN)).isEmpty();
    }

    /** Known to version 1 alone it forgives 10 of interest; version 2, which did not know it, asks for none and decides. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-13 | 0 |                 | known: version 1 alone counts it
            2026-03-18 | 0 | WAIVER_BEYOND w | version 2 counts it and has no interest
            2026-03-18 | 4 | WAIVER_BEYOND w |
            2026-03-18 | 10 |                |
            """)
    void the_newest_version_that_counts_it_decides(
            String posted, long interest, @Nullable String reviewed, String why) {
        Loans loan = loan().due(1, 1, "2026-02-10", 90, 10)
                .due(2, 1, "2026-03-15", 90, interest)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-14"), 2)
                .waived("w", "2026-03-10", noon(posted), new Components(0, 10, 0, 0));
        assertThat(loan.reviewed("2026-03-31", PLAIN)).as(why).isEqualTo(reviewed == null ? "" : reviewed);
    }

    /** 100 paid, 30 too much, 20 waived of which 5 found interest: 100 + 5 allocated, 30 unallocated, 15 set aside. */
    @Test
    void credits_are_allocated_unallocated_or_set_aside() {
        Loans loan = loan().due(1, 1, "2026-02-10", 100, 5)
                .waived("w", "2026-02-01", new Components(0, 20, 0, 0))
                .paid("p", "2026-02-10", 130);
        EntryTally tally = loan.on("2026-02-28").entries();
        assertThat(tally).isEqualTo(new EntryTally(2, 105, 30, 0, 0, 0, 15, 0));
        assertThat(tally.total())
                .isEqualTo(
                        loan.facts().entries().stream().mapToLong(Entry::amount).sum());
    }
}
