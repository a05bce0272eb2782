package io.arrears.publish;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.ledger.Consent;
import java.util.List;
import java.util.Optional;

/** The layout of review.csv: a row for each fact that a rule set aside, which holds its account until it is cleared or accepted, and
 * for what somebody else must look at. */
public final class ReviewCsv {

    public static final String FILE = "review.csv";

    private ReviewCsv() {}

    public static String header() {
        return Csv.line(
                List.of("account_id", "rule", "code", "subject", "meaning", "accepted_at", "accepted_by", "evidence"));
    }

    /**
     * What a rule of delinquency set aside, or a row that was rejected.
     *
     * @param accepted the account's entries that two people accepted, and that still are as they accepted them
     */
    public static String line(String account, Review review, List<AcceptedReview> accepted) {
        Optional<AcceptedReview> acceptance = accepted.stream()
                .filter(one -> one.review().equals(review.entry()))
                .findFirst();
        return Csv.list(List.of(
                account,
                review.code().rule(),
                review.code().name(),
                review.subject(),
                review.code().meaning(),
                acceptance.map(one -> one.at().toString()).orElse(""),
                acceptance.map(AcceptedReview::by).orElse(""),
                review.evidence()));
    }

    /** A consent that was withdrawn while the loan goes on being reported; it holds nothing, but somebody must look. */
    public static String consentWithdrawn(String account, Consent consent) {
        return Csv.list(List.of(
                account,
                "条例 art. 29",
                "CONSENT_WITHDRAWN",
                consent.formVersion(),
                "the consent to be told of was withdrawn after the loan was drawn; reporting goes on, as it is a duty",
                "",
                "",
                ""));
    }
}
