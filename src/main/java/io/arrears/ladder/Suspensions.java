package io.arrears.ladder;

import io.arrears.delinquency.AllInCost;
import io.arrears.delinquency.Arrear;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Timeline;
import io.arrears.ladder.law.Withheld;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why an account as a whole rests on a day: what was agreed, disputed or handed on, rows that are missing, and a cost beyond the
 * cap (L3, L19, L22, L23).
 */
final class Suspensions {

    private static final Set<AgreementType> PLANS = EnumSet.of(
            AgreementType.EXTENSION,
            AgreementType.INSTALMENT_PLAN,
            AgreementType.PAYMENT_HOLIDAY,
            AgreementType.SETTLEMENT);

    /** So many broken promises of an episode, and a further one suspends nothing. */
    private static final int BROKEN = 2;

    private final Case of;
    private final Timeline timeline;
    private final Delinquency figures;
    private final int promiseDays;

    Suspensions(Case of, Timeline timeline, int promiseDays) {
        this.of = of;
        this.timeline = timeline;
        this.figures = timeline.figures();
        this.promiseDays = promiseDays;
    }

    List<Withheld> on(LocalDate day) {
        List<Withheld> reasons = new ArrayList<>();
        if (!of.openRejects().isEmpty()) {
            reasons.add(Withheld.byPolicy(
                    "OPEN_REJECTS", "open-rejects", of.openRejects().get(0), null));
        }
        timeline.cost()
                .filter(AllInCost::isBeyond)
                .map(cost -> Withheld.byPolicy("EXCESS_COST", "cost-cap", cost.text(), null))
                .ifPresent(reasons::add);
        transfer(day).ifPresent(reasons::add);
        plan(day).ifPresent(reasons::add);
        promise(day).ifPresent(reasons::add);
        of.disputes().stream()
                .filter(dispute -> isOpen(dispute, day))
                .map(dispute -> Withheld.byPolicy(
                        "DISPUTED",
                        "disputes",
                        dispute.id(),
                        dispute.resolvedOn() == null
                                ? null
                                : dispute.resolvedOn().plusDays(1)))
                .forEach(reasons::add);
        return reasons;
    }

    /** Through the day of its resolution (L18). */
    private static boolean isOpen(Dispute dispute, LocalDate day) {
        return !dispute.openedOn().isAfter(day)
                && (dispute.resolvedOn() == null || !dispute.resolvedOn().isBefore(day));
    }

    private Optional<Withheld> transfer(LocalDate day) {
        return effective(EnumSet.of(AgreementType.TRANSFER), day).stream()
                .findFirst()
                .map(transfer -> Withheld.byPolicy("TRANSFERRED", "transfer", transfer.id(), null));
    }

    /** Kept while no instalment of its version that fell due since is an arrear. */
    private Optional<Withheld> plan(LocalDate day) {
        List<Agreement> plans = effective(PLANS, day).stream()
                .filter(plan -> plan.version() != null && (isToCome(plan) || isInForce(plan) || isBeside(plan, day)))
                .toList();
        if (plans.isEmpty()) {
            return Optional.empty();
        }
        Agreement plan = plans.get(plans.size() - 1);
        boolean isBroken = figures.standing().arrears().stream()
                .anyMatch(arrear -> isOf(plan, arrear) && !arrear.dueOn().isBefore(plan.effectiveOn()));
        LocalDate brokenOn = isToCome(plan) ? plan.effectiveOn().plusDays(1) : timeline.nextArrearOn();
        LocalDate until = brokenOn == null ? null : brokenOn.plusDays(1);
        return isBroken ? Optional.empty() : Optional.of(Withheld.byPolicy("PLAN_KEPT", "plans", plan.id(), until));
    }

    /** In force on the calling day, and not yet in the figures of the as-of date. */
    private boolean isToCome(Agreement plan) {
        return plan.effectiveOn().isAfter(figures.asOf());
    }

    private boolean isInForce(Agreement plan) {
        return Objects.equals(plan.version(), figures.standing().scheduleVersion());
    }

    /** Whether it stands beside a line's statements (D16), until the last of its rows was due. */
    private boolean isBeside(Agreement plan, LocalDate day) {
        Integer replaced = figures.standing().scheduleVersion();
        Integer version = plan.version();
        return of.now().account().isLine()
                && plan.type() == AgreementType.INSTALMENT_PLAN
                && version != null
                && (replaced == null || version > replaced)
                && of.now().instalments().stream()
                        .anyMatch(
                                row -> row.version() == version && !row.dueOn().isBefore(day));
    }

    private boolean isOf(Agreement plan, Arrear arrear) {
        boolean isAnyones = !of.now().account().isLine() || isInForce(plan);
        return isAnyones ? !arrear.kind().isCharge() : arrear.isOfPlan(Objects.requireNonNull(plan.version()));
    }

    private List<Agreement> effective(Set<AgreementType> types, LocalDate day) {
        return of.now().agreements().stream()
                .filter(agreement -> types.contains(agreement.type())
                        && !agreement.effectiveOn().isAfter(day))
                .sorted(Agreement.ORDER)
                .toList();
    }

    /** The newest one, until it is kept or broken. */
    private Optional<Withheld> promise(LocalDate day) {
        List<Agreement> promises = of.now().agreements().stream()
                .filter(agreement -> agreement.type() == AgreementType.PROMISE
                        && agreement.untilOn() != null
                        && !agreement.agreedOn().isAfter(day))
                .sorted(Comparator.comparing(Agreement::agreedOn)
                        .thenComparing(Agreement::postedAt)
                        .thenComparing(Agreement::id))
                .toList();
        if (promises.isEmpty() || broken(promises) >= BROKEN) {
            return Optional.empty();
        }
        Agreement newest = promises.get(promises.size() - 1);
        LocalDate over = end(newest);
        return !day.isBefore(over) || isKept(newest, figures.asOf())
                ? Optional.empty()
                : Optional.of(Withheld.byPolicy("PROMISE_OPEN", "promises", newest.id(), over));
    }

    /** Those of this episode before the newest that were not kept by the time they had to be, nor replaced before. */
    private long broken(List<Agreement> promises) {
        LocalDate episode = figures.standing().episodeStartedOn();
        long broken = 0;
        for (int i = 0; i + 1 < promises.size(); i++) {
            Agreement promise = promises.get(i);
            LocalDate over = end(promise);
            boolean isOfEpisode = episode == null || !promise.agreedOn().isBefore(episode);
            boolean isReplaced = promises.get(i + 1).agreedOn().isBefore(over);
            broken += !isOfEpisode || isReplaced || isKept(promise, over.minusDays(1)) ? 0 : 1;
        }
        return broken;
    }

    /** The first day on which it is broken. */
    private LocalDate end(Agreement promise) {
        LocalDate promised = Objects.requireNonNull(promise.untilOn());
        LocalDate latest = Agreement.latestPromise(promise.agreedOn());
        return (promised.isAfter(latest) ? latest : promised).plusDays(promiseDays + 1L);
    }

    private boolean isKept(Agreement promise, LocalDate by) {
        Long amount = promise.amount();
        if (amount == null) {
            return figures.overdue().total() == 0;
        }
        Set<String> reversed = of.now().entries().stream()
                .filter(entry ->
                        entry.type() == EntryType.REVERSAL && !entry.valueOn().isAfter(figures.asOf()))
                .map(Entry::reverses)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        long paid = of.now().entries().stream()
                .filter(entry -> entry.type().isRepayment()
                        && !entry.valueOn().isBefore(promise.agreedOn())
                        && !entry.valueOn().isAfter(by)
                        && !entry.valueOn().isAfter(figures.asOf())
                        && !reversed.contains(entry.id()))
                .mapToLong(Entry::amount)
                .sum();
        return paid >= amount;
    }
}
