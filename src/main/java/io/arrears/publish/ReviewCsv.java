package io.arrears.publish;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * What a rule of delinquency set aside.
     *
     * @param accepted by two people, and still as they accepted it; none where it is not
     */
    public static String line(String account, Review review, @Nullable AcceptedReview accepted) {
        return Csv.list(List.of(
                account,
                review.code().rule(),
                review.code().name(),
                review.subject(),
                review.code().meaning(),
                accepted == null ? "" : accepted.at().toString(),
                accepted == null ? "" : accepted.by(),
                review.evidence()));
    }

    /** A row of something else than a rule of delinquency that somebody must look at. */
    public static String line(String account, String rule, String code, String subject, String meaning) {
        return Csv.list(List.of(account, rule, code, subject, meaning, "", "", ""));
    }
}
