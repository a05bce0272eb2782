package io.arrears.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.ledger.Consent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of review.csv. */
class ReviewCsvTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    private static AcceptedReview accepted(ReviewCode code, String subject) {
        return new AcceptedReview(new Review(code, subject), "f", AT, List.of("ann", "bob"), "right");
    }

    /** E1 before opening and E2 of a waiver are accepted; the figures of an entry may have moved since. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEFORE_OPENING | E1 | ''      | true
            BEFORE_OPENING | E1 | by 3.00 | true
            BEFORE_OPENING | E2 | ''      | false
            WAIVER_BEYOND  | E1 | ''      | false
            WAIVER_BEYOND  | E2 | by 3.00 | true
            """)
    void an_entry_shows_who_accepted_that_very_entry(
            ReviewCode code, String subject, String evidence, boolean isAccepted) {
        List<AcceptedReview> all =
                List.of(accepted(ReviewCode.BEFORE_OPENING, "E1"), accepted(ReviewCode.WAIVER_BEYOND, "E2"));
        assertThat(ReviewCsv.line("L1", new Review(code, subject, evidence), all))
                .startsWith("L1," + code.rule() + "," + code + "," + subject + ",")
                .endsWith((isAccepted ? ",2026-03-02T10:00:00Z,ann and bob," : ",,,") + evidence + "\r\n");
    }

    @Test
    void a_consent_that_was_withdrawn_is_named_by_its_form() {
        assertThat(ReviewCsv.consentWithdrawn("L1", new Consent("pboc", "v7", AT, AT)))
                .isEqualTo(
                        "L1,条例 art. 29,CONSENT_WITHDRAWN,v7,\"the consent to be told of was withdrawn after the loan was"
                                + " drawn; reporting goes on, as it is a duty\",,,\r\n");
    }

    @Test
    void every_row_has_the_header_s_columns() {
        int columns = ReviewCsv.header().split(",", -1).length;
        assertThat(ReviewCsv.line("L1", new Review(ReviewCode.OPEN_REJECT, "E1"), List.of())
                        .split(",", -1))
                .hasSize(columns);
    }
}
