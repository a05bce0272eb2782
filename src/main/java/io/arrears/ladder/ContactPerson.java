package io.arrears.ladder;

import org.jspecify.annotations.Nullable;

/**
 * Somebody the borrower named, who owes nothing (L11).
 *
 * @param source how the number came to the lender; none if that was not recorded
 * @param objection what says that the person does not want to be asked: the id of a row; none if nothing does
 */
public record ContactPerson(
        Reachable reachable,
        @Nullable String source,
        @Nullable String objection) {

    public ContactPerson objecting(@Nullable String objection) {
        return new ContactPerson(reachable, source, objection);
    }
}
