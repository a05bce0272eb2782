package io.arrears.publish;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a lender's book have a row of delinquency.csv, of review.csv and of the traits, as of one day.
 *
 * @param previousAsOf of the lender's last published run; none on its first night
 */
public record DelinquencyLists(LocalDate asOf, @Nullable LocalDate previousAsOf, Policy policy) {

    /** Lines of the three files, each with its end; empty for none. */
    public record Lines(String delinquency, String review, String traits) {}

    public Lines lines(AccountToList account) {
        Standing current = account.current();
        List<Review> reviews = current == null ? List.of() : current.reviews();
        return new Lines(
                current != null && isListed(current, account)
                        ? DelinquencyCsv.line(Delinquency.on(asOf, current, policy))
                        : "",
                Stream.concat(reviews.stream(), account.openRejects().stream())
                        .map(review -> ReviewCsv.line(account.account(), review, account.accepted()))
                        .collect(Collectors.joining()),
                current != null && current.isOpened(asOf) ? Traits.line(current) : "");
    }

    /**
     * Open accounts, and those closed since their last published row, be it that they reopened in between; on a first night,
     * those closed on this day.
     */
    private boolean isListed(Standing current, AccountToList account) {
        LocalDate closedOn = current.closedOn();
        if (!current.isOpened(asOf) || closedOn == null) {
            return current.isOpened(asOf);
        }
        Standing published = account.published();
        if (published != null && previousAsOf != null && published.isOpened(previousAsOf)) {
            LocalDate before = published.closedOn();
            return account.own() != null && (before == null || closedOn.isAfter(before));
        }
        return previousAsOf == null ? closedOn.equals(asOf) : closedOn.isAfter(previousAsOf);
    }
}
