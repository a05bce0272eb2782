package io.arrears.ladder.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that stops contact with a person, and perhaps with others because of him (L18).
 *
 * @param person who is named: the same for one person over all accounts and ids
 * @param account the one it holds for; none for all of the person's
 * @param contactId the contact it is about; none if it is about the person himself
 * @param channel the one it holds for, as it was written; none for all
 * @param handle the digits of the number it holds for; none for all
 * @param to the last day on which it holds; none while no end is known
 */
public record StopOn(
        String id,
        String person,
        @Nullable String account,
        @Nullable String contactId,
        @Nullable String channel,
        @Nullable String handle,
        String kind,
        LocalDate from,
        @Nullable LocalDate to) {

    /**
     * Whether it holds for the account that it names alone. One that its person neither owes nor answers for does not bound it: it
     * holds for whatever is his.
     *
     * @param debtors who owes that account or answers for it
     */
    public static boolean isBounded(@Nullable String person, @Nullable String contactId, Set<String> debtors) {
        return contactId != null || (person != null && debtors.contains(person));
    }

    /** The same for one account or for all of the person's, as whoever owes the named one or answers for it says. */
    public StopOn amongDebtors(Set<String> debtors) {
        return account == null || isBounded(person, contactId, debtors)
                ? this
                : new StopOn(id, person, null, contactId, channel, handle, kind, from, to);
    }

    @Override
    public String toString() {
        return "StopOn[" + id + "]";
    }
}
