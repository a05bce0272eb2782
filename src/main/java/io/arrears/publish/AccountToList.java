package io.arrears.publish;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account for the lists of a lender's own book.
 *
 * @param published its standing as the last published run had it; none where it had none
 * @param own its standing as this run has it; none where nothing changed, or where all of it was rejected
 * @param openRejects its rows that were rejected and have not arrived
 * @param accepted which entries of its review stand accepted
 */
public record AccountToList(
        String account,
        @Nullable Standing published,
        @Nullable Standing own,
        List<Review> openRejects,
        List<AcceptedReview> accepted) {

    /** How it stands now; none when all of it was rejected. */
    public @Nullable Standing current() {
        return own == null ? published : own;
    }
}
