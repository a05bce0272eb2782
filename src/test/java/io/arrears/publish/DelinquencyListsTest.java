package io.arrears.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.EntryTally;
import io.arrears.delinquency.Loans;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.delinquency.Standing;
import io.arrears.ledger.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts the lists of 31 March 2026 name, the night before being that of the 30th. */
class DelinquencyListsTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 31);
    private static final LocalDate BEFORE = LocalDate.of(2026, 3, 30);

    private static Standing standing(String opened, @Nullable LocalDate closedOn, Review... reviews) {
        return new Standing(
                new AccountId("L1"),
                "cash-loan",
                Currency.getInstance("CNY"),
                LocalDate.parse(opened),
                1,
                0,
                0,
                null,
                null,
                null,
                closedOn,
                null,
                null,
                null,
                false,
                null,
                EntryTally.NONE,
                List.of(),
                List.of(reviews));
    }

    /** {@code 2026-01-05}, or {@code 2026-01-05..2026-03-31} once closed; none where there is none. */
    private static @Nullable Standing read(@Nullable String span) {
        if (span == null) {
            return null;
        }
        String[] days = span.split("\\.\\.", -1);
        return standing(days[0], days.length == 1 ? null : LocalDate.parse(days[1]));
    }

    private static DelinquencyLists.Lines lines(
            @Nullable LocalDate previous, @Nullable String published, @Nullable String own) {
        return new DelinquencyLists(NIGHT, previous, Loans.PLAIN)
                .lines(new AccountToList("L1", read(published), read(own), List.of(), List.of()));
    }

    /** As the night before published the account, as this run has it where anything changed, and whether it has a row and a trait. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-01-05             | -                      | yes | yes
            2026-01-05             | 2026-01-05             | yes | yes
            -                      | 2026-03-31             | yes | yes
            -                      | 2026-04-01             | no  | no
            2026-04-01             | -                      | no  | no
            2026-01-05             | 2026-01-05..2026-03-31 | yes | yes
            2026-01-05             | 2026-01-05..2026-02-20 | yes | yes
            2026-01-05..2026-02-20 | -                      | no  | yes
            2026-01-05..2026-02-20 | 2026-01-05..2026-02-20 | no  | yes
            2026-01-05..2026-02-20 | 2026-01-05..2026-02-19 | no  | yes
            2026-01-05..2026-02-20 | 2026-01-05..2026-02-21 | yes | yes
            2026-01-05..2026-02-20 | 2026-01-05             | yes | yes
            -                      | 2026-01-05..2026-03-31 | yes | yes
            -                      | 2026-01-05..2026-03-30 | no  | yes
            2026-03-31             | 2026-03-31..2026-03-31 | yes | yes
            2026-03-31..2026-03-31 | -                      | yes | yes
            2026-04-01..2026-04-02 | -                      | no  | no
            """)
    void open_accounts_and_those_closed_since_their_last_row_are_listed(
            @Nullable String published, @Nullable String own, String row, String trait) {
        DelinquencyLists.Lines lines = lines(BEFORE, published, own);
        assertThat(lines.delinquency()).startsWith(row.equals("yes") ? "L1,2026-03-31," : "");
        assertThat(lines.delinquency().isEmpty()).isEqualTo(row.equals("no"));
        assertThat(lines.traits().isEmpty()).isEqualTo(trait.equals("no"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05             | yes
            2026-01-05..2026-03-31 | yes
            2026-01-05..2026-03-30 | no
            2026-04-01             | no
            """)
    void a_first_night_lists_what_is_open_and_what_closed_on_its_day(String own, String row) {
        assertThat(lines(null, null, own).delinquency().isEmpty()).isEqualTo(row.equals("no"));
    }

    /** What a rule set aside by the account as it stands now, then the rejects; an account that was rejected whole has these alone. */
    @Test
    void what_somebody_must_look_at_has_a_row_each() {
        Review before = new Review(ReviewCode.BEFORE_OPENING, "E1");
        Review beyond = new Review(ReviewCode.WAIVER_BEYOND, "E2", "by 3.00");
        Review reject = new Review(ReviewCode.OPEN_REJECT, "entries E3");
        AcceptedReview accepted = new AcceptedReview(
                beyond.entry(), "f", Instant.parse("2026-03-02T10:00:00Z"), List.of("ann", "bob"), "right");
        DelinquencyLists lists = new DelinquencyLists(NIGHT, BEFORE, Loans.PLAIN);
        AccountToList known = new AccountToList(
                "L1",
                standing("2026-01-05", null),
                standing("2026-01-05", null, before, beyond),
                List.of(reject),
                List.of(accepted));
        AccountToList rejected = new AccountToList("L1", null, null, List.of(reject), List.of());

        String ofReject =
                "L1,intake,OPEN_REJECT,entries E3,a row of this account was rejected by an import and has not arrived"
                        + " since,,,\r\n";
        assertThat(lists.lines(known).review().split("(?<=\n)", -1))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .isEqualTo(
                                        "L1,D21,BEFORE_OPENING,E1,\"the entry, statement or agreement is from before the"
                                                + " account was opened; it counts\",,,\r\n"),
                        row -> assertThat(row)
                                .startsWith("L1,D20,WAIVER_BEYOND,E2,")
                                .endsWith(",2026-03-02T10:00:00Z,ann and bob,by 3.00\r\n"),
                        row -> assertThat(row).isEqualTo(ofReject),
                        row -> assertThat(row).isEmpty());
        assertThat(lists.lines(rejected)).isEqualTo(new DelinquencyLists.Lines("", ofReject, ""));
    }
}
