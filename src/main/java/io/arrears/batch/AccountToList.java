package io.arrears.batch;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.store.account.StandingScan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account for the listings: its standings, none when all of it was rejected, its open rejects, and which entries of its review
 * stand accepted.
 */
record AccountToList(
        String account,
        StandingScan.@Nullable Pair standings,
        List<Review> openRejects,
        List<AcceptedReview> accepted) {

    /** The acceptance of an entry; none where nobody accepted it as it is. */
    @Nullable
    AcceptedReview acceptance(Review review) {
        return accepted.stream()
                .filter(one -> one.review().equals(review.entry()))
                .findFirst()
                .orElse(null);
    }
}
