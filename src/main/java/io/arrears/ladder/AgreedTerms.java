package io.arrears.ladder;

import io.arrears.ladder.law.ContactTerms;
import io.arrears.ladder.law.Hours;
import io.arrears.ladder.law.Limits;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a borrower agreed on a day to be contacted (L13): by the newest agreement that has evidence, and by those after it that have
 * none, which loosen nothing, not even what an earlier one asked for.
 *
 * @param unreadable ids of those whose terms cannot be read as a whole, so that nothing of them is known
 */
record AgreedTerms(List<ContactTerms> terms, List<String> unreadable) {

    static final AgreedTerms NONE = new AgreedTerms(List.of(), List.of());

    static AgreedTerms on(LocalDate day, List<Agreement> agreements) {
        List<Agreement> inForce = agreements.stream()
                .filter(agreement -> agreement.type() == AgreementType.CONTACT_TERMS && agreement.isInForce(day))
                .sorted(Agreement.ORDER.reversed())
                .toList();
        if (inForce.isEmpty()) {
            return NONE;
        }
        List<ContactTerms> terms = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Agreement agreement : inForce) {
            Optional<ContactTerms> read = agreement.terms() == null
                    ? Optional.empty()
                    : ContactTerms.parse(agreement.id(), agreement.terms(), agreement.isEvidenced());
            read.ifPresentOrElse(terms::add, () -> unreadable.add(agreement.id()));
            if (agreement.isEvidenced()) {
                break;
            }
        }
        return new AgreedTerms(List.copyOf(terms), List.copyOf(unreadable));
    }

    /** Without what has no evidence. */
    AgreedTerms evidenced() {
        return new AgreedTerms(terms.stream().filter(ContactTerms::isEvidenced).toList(), List.of());
    }

    Limits limits(Limits law) {
        Limits limits = law;
        for (int i = terms.size() - 1; i >= 0; i--) {
            limits = limits.with(terms.get(i));
        }
        return limits;
    }

    /** What is left of hours without the days and times at which he is left alone. */
    Optional<Hours> within(Hours hours, List<ZoneId> zones, Instant at) {
        Optional<Hours> left = Optional.of(hours);
        for (ContactTerms each : terms) {
            left = left.flatMap(some -> each.within(some, zones, at));
        }
        return left;
    }

    /** Whose id stands beside what the terms leave nothing of: the one that alone leaves nothing, else the newest. */
    String leavingNothing(Hours hours, List<ZoneId> zones, Instant at) {
        return terms.stream()
                .filter(each -> each.within(hours, zones, at).isEmpty())
                .findFirst()
                .or(() -> terms.stream().findFirst())
                .map(ContactTerms::agreement)
                .orElse("");
    }

    /** The newest that asks for hours and has no evidence of it. */
    Optional<ContactTerms> unevidencedHours() {
        return terms.stream()
                .filter(each -> !each.isEvidenced() && each.hours() != null)
                .findFirst();
    }

    boolean mayBeVisited() {
        return terms.stream().anyMatch(each -> each.isEvidenced() && Boolean.TRUE.equals(each.visit()))
                && terms.stream().noneMatch(each -> Boolean.FALSE.equals(each.visit()));
    }
}
