package io.arrears.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a line of credit has beyond a loan (D16).
 *
 * @param limit at its opening, in minor units; later ones are agreements
 * @param billed how often statements are made
 */
public record CreditLine(long limit, Frequency billed) {

    /** The limit at the end of a day, after the changes that were agreed. */
    public long limitOn(LocalDate day, List<Agreement> agreements) {
        return agreements.stream()
                .filter(agreement -> agreement.type() == AgreementType.LIMIT_CHANGE
                        && !agreement.effectiveOn().isAfter(day))
                .max(Agreement.ORDER)
                .map(Agreement::amount)
                .orElse(limit);
    }

    /** The limit of each day that set one: that of the opening, and of every change agreed. */
    public NavigableMap<LocalDate, Long> limits(LocalDate openedOn, List<Agreement> agreements) {
        NavigableMap<LocalDate, Long> limits = new TreeMap<>();
        limits.put(openedOn, limitOn(openedOn, agreements));
        agreements.stream()
                .filter(agreement -> agreement.type() == AgreementType.LIMIT_CHANGE)
                .map(Agreement::effectiveOn)
                .forEach(day -> limits.put(day, limitOn(day, agreements)));
        return limits;
    }
}
