package io.arrears.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One agreement; where it names a schedule version, that version is in force from {@code effectiveOn} (D8).
 *
 * @param amount promised, or the new limit of a line, in minor units; of a promise none is all that is overdue
 * @param untilOn the last day of a promise, of a mandate or of terms; none without an end
 * @param agency that it was handed over to
 * @param terms of contact, as they were agreed; free text, which may name somebody
 * @param isEvidenced whether it names what proves it
 */
public record Agreement(
        String id,
        AgreementType type,
        LocalDate agreedOn,
        LocalDate effectiveOn,
        Instant postedAt,
        @Nullable Integer version,
        @Nullable Long amount,
        @Nullable LocalDate untilOn,
        @Nullable String agency,
        @Nullable String terms,
        boolean isEvidenced) {

    /** The order in which agreements act (D8): effective date, posted_at, agreement id. */
    public static final Comparator<Agreement> ORDER = Comparator.comparing(Agreement::effectiveOn)
            .thenComparing(Agreement::postedAt)
            .thenComparing(Agreement::id);

    /** One that says no more than which version it puts in force. */
    public Agreement(
            String id,
            AgreementType type,
            LocalDate agreedOn,
            LocalDate effectiveOn,
            Instant postedAt,
            @Nullable Integer version) {
        this(id, type, agreedOn, effectiveOn, postedAt, version, null, null, null, null, false);
    }

    /** The last day that a promise given on a day can name: one dated further ahead is mistyped, or no promise but a plan. */
    public static LocalDate latestPromise(LocalDate agreedOn) {
        return agreedOn.plusYears(1);
    }

    /** From its effective date through its last day. */
    public boolean isInForce(LocalDate day) {
        return !effectiveOn.isAfter(day) && (untilOn == null || !untilOn.isBefore(day));
    }

    @Override
    public String toString() {
        return "Agreement[" + id + " " + type + "]";
    }

    /** When the account was sold, by the first agreement that says so; none if it is not by a day. */
    public static @Nullable LocalDate soldOn(List<Agreement> agreements, LocalDate by) {
        return first(agreements, AgreementType.TRANSFER)
                .filter(day -> !day.isAfter(by))
                .orElse(null);
    }

    /** When a line ends, be it yet to come, by the first agreement that says so (D18); none while nobody has ended it. */
    public static Optional<LocalDate> lineEndsOn(List<Agreement> agreements) {
        return first(agreements, AgreementType.LINE_END);
    }

    private static Optional<LocalDate> first(List<Agreement> agreements, AgreementType type) {
        return agreements.stream()
                .filter(agreement -> agreement.type() == type)
                .map(Agreement::effectiveOn)
                .min(Comparator.naturalOrder());
    }
}
