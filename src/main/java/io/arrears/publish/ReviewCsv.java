package io.arrears.publish;

import io.arrears.delinquency.Review;
import java.util.List;

/** The layout of review.csv: a row for each fact that a rule set aside, which holds its account until it is cleared, and for what
 * somebody else must look at. */
public final class ReviewCsv {

    public static final String FILE = "review.csv";

    private ReviewCsv() {}

    public static String header() {
        return Csv.line(List.of("account_id", "rule", "code", "subject", "meaning"));
    }

    public static String line(String account, Review review) {
        return line(
                account,
                review.code().rule(),
                review.code().name(),
                review.subject(),
                review.code().meaning());
    }

    /** A row of something else than a rule of delinquency that somebody must look at. */
    public static String line(String account, String rule, String code, String subject, String meaning) {
        return Csv.list(List.of(account, rule, code, subject, meaning));
    }
}
