package io.arrears.batch;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Standing;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.Traits;
import io.arrears.run.Run;
import io.arrears.store.account.StandingScan;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** What one account adds to delinquency.csv, to review.csv and to the traits that a report counts by. */
class Listing implements ItemProcessor<AccountToList, Listing.Lines> {

    private final Run run;
    private final @Nullable LocalDate previousAsOf;

    /** Lines of the three files, each with its end; empty for none. */
    record Lines(String delinquency, String review, String traits) {}

    /** @param previousAsOf of the lender's last published run; none on its first night */
    Listing(Run run, @Nullable LocalDate previousAsOf) {
        this.run = run;
        this.previousAsOf = previousAsOf;
    }

    @Override
    public Lines process(AccountToList account) {
        StandingScan.Pair pair = account.standings();
        String delinquency = pair != null && isListed(pair)
                ? DelinquencyCsv.line(
                        Delinquency.on(run.asOf(), pair.current(), run.lender().policy()))
                : "";
        String review = Stream.concat(
                        pair == null ? Stream.empty() : pair.current().reviews().stream(),
                        account.openRejects().stream())
                .map(line -> ReviewCsv.line(account.account(), line, account.acceptance(line)))
                .collect(Collectors.joining());
        String traits = pair != null && pair.current().isOpened(run.asOf()) ? Traits.line(pair.current()) : "";
        return new Lines(delinquency, review, traits);
    }

    /**
     * Open accounts, and those closed since their last published row, be it that they reopened in between; on a first night,
     * those closed on this day.
     */
    private boolean isListed(StandingScan.Pair pair) {
        Standing current = pair.current();
        LocalDate closedOn = current.closedOn();
        if (!current.isOpened(run.asOf()) || closedOn == null) {
            return current.isOpened(run.asOf());
        }
        Standing published = pair.published();
        if (published != null && previousAsOf != null && published.isOpened(previousAsOf)) {
            LocalDate before = published.closedOn();
            return pair.own() != null && (before == null || closedOn.isAfter(before));
        }
        return previousAsOf == null ? closedOn.equals(run.asOf()) : closedOn.isAfter(previousAsOf);
    }
}
