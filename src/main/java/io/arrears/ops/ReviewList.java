package io.arrears.ops;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.LenderStore;
import io.arrears.store.account.AcceptedReviewStore;
import io.arrears.store.account.ReviewAges;
import io.arrears.store.account.ReviewAges.Aged;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.run.RunStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds accounts now, and for how long: the reviews of the last published night, and the rows that were rejected. */
public final class ReviewList {

    private static final Comparator<Held> OLDEST_FIRST = Comparator.comparing(Held::since)
            .thenComparing(Held::account)
            .thenComparing(held -> held.review().code())
            .thenComparing(held -> held.review().subject());

    private final ReviewAges ages;
    private final AcceptedReviewStore accepted;
    private final RejectStore rejects;
    private final RunStore runs;
    private final LenderStore lenders;
    private final Clock clock;

    public ReviewList(DataSource pool, RunStore runs, LenderStore lenders, Clock clock) {
        this.ages = new ReviewAges(pool);
        this.accepted = new AcceptedReviewStore(pool);
        this.rejects = new RejectStore(new JdbcTemplate(pool));
        this.runs = runs;
        this.lenders = lenders;
        this.clock = clock;
    }

    /**
     * An entry that holds its account, or would.
     *
     * @param since the as-of date of the first night that had it, of those in a row; of a rejected row the day of its import
     * @param days from then until today, where the lender is
     * @param accepted by two people, and still as they accepted it; none where it holds
     */
    public record Held(
            String account,
            Review review,
            LocalDate since,
            long days,
            @Nullable AcceptedReview accepted) {}

    /** Those of a lender, the oldest first; nothing personal. */
    public List<Held> of(String lender) {
        Instant now = lenders.afterLastCutoff(lender, clock.instant()); // as the next run will see it
        Optional<Run> last = runs.lastPublished(lender);
        ZoneId zone = last.map(run -> run.lender().policy().zone()).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(now, zone);
        Map<String, List<AcceptedReview>> standing = accepted(lender, now);
        Stream<Aged> reviews = ages.of(lender, last.map(Run::id).orElse(0L)).stream()
                .filter(aged -> aged.review().code().isHolding());
        return Stream.concat(reviews, rejected(lender, now, zone))
                .map(aged -> new Held(
                        aged.account(),
                        aged.review(),
                        aged.since(),
                        Math.max(0, ChronoUnit.DAYS.between(aged.since(), today)),
                        standing.getOrDefault(aged.account(), List.of()).stream()
                                .filter(one -> one.review().equals(aged.review()))
                                .findFirst()
                                .orElse(null)))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private Stream<Aged> rejected(String lender, Instant now, ZoneId zone) {
        Stream<Aged> known = rejects.ofAccounts(lender, now).stream()
                .map(row -> new Aged(row.account(), new Review(ReviewCode.OPEN_REJECT, row.row()), day(row, zone)));
        Stream<Aged> unknown = rejects.unknown(lender, now).stream()
                .map(row -> new Aged(row.account(), new Review(ReviewCode.UNKNOWN_REJECT, row.row()), day(row, zone)));
        return Stream.concat(known, unknown);
    }

    private static LocalDate day(RejectStore.Missing row, ZoneId zone) {
        return LocalDate.ofInstant(row.rejectedAt(), zone);
    }

    private Map<String, List<AcceptedReview>> accepted(String lender, Instant now) {
        try {
            return accepted.standing(lender, KeyRange.ALL, now);
        } catch (SQLException e) {
            throw Explanations.unreadable(e);
        }
    }
}
