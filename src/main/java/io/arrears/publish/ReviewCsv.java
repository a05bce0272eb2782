package io.arrears.publish;

import io.arrears.delinquency.Review;
import java.util.List;

/** The layout of review.csv: a row for each fact that a rule set aside; each holds its account until it is cleared. */
public final class ReviewCsv {

    public static final String FILE = "review.csv";

    private ReviewCsv() {}

    public static String header() {
        return Csv.line(List.of("account_id", "rule", "code", "subject", "meaning"));
    }

    public static String line(String account, Review review) {
        return Csv.line(List.of(
                account,
                review.code().rule(),
                review.code().name(),
                review.subject(),
                review.code().meaning()));
    }
}
