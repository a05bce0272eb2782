package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Assessment;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.delinquency.ReviewFact;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.night.Assessor;
import io.arrears.run.KeyRange;
import io.arrears.store.AuditStore;
import io.arrears.store.LenderStore;
import io.arrears.store.account.AcceptedReviewStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way out for an entry of a review that holds its account though its facts are right: two people accept it as it is. */
public final class Reviews {

    private final Explanations explanations;
    private final AcceptedReviewStore store;
    private final LenderStore lenders;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final Path jobs;
    private final Clock clock;

    public Reviews(
            Explanations explanations,
            DataSource pool,
            LenderStore lenders,
            AuditStore audit,
            PlatformTransactionManager transactions,
            Path jobs,
            Clock clock) {
        this.explanations = explanations;
        this.store = new AcceptedReviewStore(pool);
        this.lenders = lenders;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * An entry no longer holds its account from the next run on, as long as what it rests on stays as it is.
     *
     * @throws Refused (2) if it does not hold the account, no acceptance makes it true, or it is accepted already
     */
    public AcceptedReview accept(String account, Review review, TwoPeople people, Reason reason) {
        String lender = explanations.lenderOf(account);
        requireAcceptable(review.code());
        return Objects.requireNonNull(transaction.execute(status -> {
            lenders.lock(lender);
            Instant now = lenders.afterLastCutoff(lender, clock.instant());
            AccountFacts facts = explanations.facts(lender, account, now);
            requireHolding(facts, LenderFile.load(jobs, lender), now, review);
            Optional<AcceptedReview> before = newest(lender, account, review, now);
            before.ifPresent(accepted -> requireOver(accepted, facts));
            Instant at = before.map(accepted -> accepted.at().plus(1, ChronoUnit.MICROS))
                    .filter(now::isBefore)
                    .orElse(now);
            String fact = ReviewFact.digest(review, facts).orElseThrow();
            AcceptedReview accepted = AcceptedReview.by(people, reason, review, fact, at);
            store.accept(lender, account, accepted);
            audit.append(
                    lender,
                    Event.of(Event.What.REVIEW_ACCEPTED, at)
                            .on(account + " " + review.code() + " " + review.subject())
                            .people(people.names())
                            .with("fact", fact)
                            .reason(reason.text()));
            return accepted;
        }));
    }

    private static void requireAcceptable(ReviewCode code) {
        if (!code.isHolding()) {
            throw new Refused(ExitCode.USAGE, code + " holds nobody, so there is nothing to accept");
        } else if (!code.isAcceptable()) {
            throw new Refused(
                    ExitCode.USAGE,
                    code
                            + " is not for acceptance: what is missing has to come ('arrears import'), or two people discard"
                            + " the rejected row ('arrears import discard')");
        }
    }

    private static void requireHolding(AccountFacts facts, Lender lender, Instant at, Review review) {
        Set<Review> holding = holding(facts, lender, at);
        if (!holding.contains(review)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "no such entry holds " + facts.account().id() + "; "
                            + (holding.isEmpty()
                                    ? "no review does"
                                    : "what does: "
                                            + holding.stream()
                                                    .map(held -> held.code() + " " + held.subject())
                                                    .collect(Collectors.joining(", "))));
        }
    }

    /** The newest acceptance of an entry; on a clock that stands still it is a little ahead, further ahead it is a wrong clock's. */
    private Optional<AcceptedReview> newest(String lender, String account, Review review, Instant now) {
        return store.known(lender, KeyRange.only(account), now.plusSeconds(1)).getOrDefault(account, List.of()).stream()
                .filter(accepted -> accepted.review().equals(review))
                .findFirst();
    }

    private static void requireOver(AcceptedReview accepted, AccountFacts facts) {
        if (accepted.stands(facts)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "accepted already, by " + accepted.by() + " at " + accepted.at()
                            + "; the next night tells the account");
        }
    }

    /** Entries that hold the account on some day that a record may be of: what took one away came later. */
    private static Set<Review> holding(AccountFacts facts, Lender lender, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, lender.policy().zone());
        Stream<LocalDate> ends = Stream.concat(
                facts.entries().stream()
                        .filter(entry -> entry.type() == EntryType.REVERSAL)
                        .map(Entry::valueOn),
                facts.agreements().stream().map(Agreement::effectiveOn));
        List<LocalDate> days = Stream.concat(Stream.of(today), ends.map(day -> day.minusDays(1)))
                .filter(day ->
                        !day.isAfter(today) && !day.isBefore(facts.account().openedOn()))
                .distinct()
                .sorted()
                .toList();
        List<Policy> policies = Stream.concat(
                        Stream.of(lender.policy()),
                        lender.bureaus().stream().map(bureau -> bureau.terms().policy(lender.policy())))
                .distinct()
                .toList();
        try {
            return policies.stream()
                    .flatMap(policy ->
                            days.stream().flatMap(day -> Assessment.assess(facts, policy, day).reviews().stream()))
                    .filter(review -> review.code().isAcceptable())
                    .map(Review::entry)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (BusinessCalendar.UnknownYear e) {
            throw Assessor.unlisted(facts, e);
        }
    }
}
