package io.arrears.delinquency;

import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of days in which one schedule version is in force (D8).
 *
 * @param by the agreement that put it in force; none for the first version
 * @param knowing the instant up to which the version's makers can have known a backdated fact: the later of the
 *     agreement's posting and the start of its effective date
 */
record VersionPeriod(int version, @Nullable Agreement by, Instant knowing) {

    /** The phases begun by a day, in order, the plans that stand beside a line's statements, and what rule D8 sets aside. */
    record Course(List<VersionPeriod> phases, List<Agreement> plans, List<Review> setAside) {}

    /**
     * @param agreements in D8's order
     * @param versions the versions that have instalments; none leaves version 0, which owes nothing, in force
     * @param isLine of a line none is in force before one replaces its statements, and a plan replaces nothing (D16)
     */
    static Course course(
            List<Agreement> agreements, Set<Integer> versions, boolean isLine, ZoneId zone, LocalDate asOf) {
        List<VersionPeriod> phases = new ArrayList<>(2);
        List<Agreement> plans = new ArrayList<>(0);
        List<Review> setAside = new ArrayList<>(0);
        int inForce = isLine ? 0 : versions.stream().min(Integer::compare).orElse(0);
        phases.add(new VersionPeriod(inForce, null, Instant.MIN));
        int i = 0;
        while (i < agreements.size() && !agreements.get(i).effectiveOn().isAfter(asOf)) {
            LocalDate day = agreements.get(i).effectiveOn();
            Agreement winner = null;
            for (; i < agreements.size() && agreements.get(i).effectiveOn().equals(day); i++) {
                Agreement agreement = agreements.get(i);
                ReviewCode fault = fault(agreement, inForce, versions);
                if (fault != null) {
                    setAside.add(new Review(fault, agreement.id()));
                } else if (isLine && agreement.type() == AgreementType.INSTALMENT_PLAN) {
                    if (plans.stream().noneMatch(plan -> Objects.equals(plan.version(), agreement.version()))) {
                        plans.add(agreement);
                    }
                } else if (agreement.version() != null) {
                    winner = agreement;
                }
            }
            if (winner != null && winner.version() != null && winner.version() != inForce) {
                inForce = winner.version();
                phases.add(new VersionPeriod(
                        inForce,
                        winner,
                        later(winner.postedAt(), day.atStartOfDay(zone).toInstant())));
            }
        }
        return new Course(phases, plans, setAside);
    }

    private static @Nullable ReviewCode fault(Agreement agreement, int inForce, Set<Integer> versions) {
        Integer version = agreement.version();
        if (version == null) {
            return agreement.type().needsVersion() ? ReviewCode.AGREEMENT_WITHOUT_VERSION : null;
        } else if (!versions.contains(version)) {
            return ReviewCode.AGREEMENT_VERSION_UNKNOWN;
        }
        return version < inForce ? ReviewCode.AGREEMENT_VERSION_EARLIER : null;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    LocalDate from() {
        return by == null ? LocalDate.MIN : by.effectiveOn();
    }

    /**
     * The day on which this version counts an entry, given that the entry's own date lies before the next phase; none when
     * the version was made knowing it (D8).
     */
    @Nullable
    LocalDate counts(Entry entry) {
        if (by == null) {
            return entry.valueOn();
        }
        int side = entry.valueOn().compareTo(by.effectiveOn());
        if (side > 0) {
            return entry.valueOn();
        } else if (side == 0) {
            return entry.postedAt().isAfter(by.postedAt()) ? entry.valueOn() : null;
        }
        return entry.postedAt().isAfter(knowing) ? by.effectiveOn() : null;
    }

    /** Whether an entry dated on or after this phase's first day belongs to it rather than to the one before. */
    boolean begins(Entry entry) {
        return begins(entry.valueOn(), entry.postedAt());
    }

    /** The same of whatever has a date and was posted. */
    boolean begins(LocalDate day, Instant postedAt) {
        Agreement agreement = by;
        if (agreement == null) {
            return true;
        }
        int side = day.compareTo(agreement.effectiveOn());
        return side > 0 || (side == 0 && postedAt.isAfter(agreement.postedAt()));
    }
}
