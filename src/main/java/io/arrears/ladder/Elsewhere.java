package io.arrears.ladder;

import io.arrears.ladder.law.ThirdPersons.OwnNumber;
import java.time.LocalDate;
import java.util.List;

/**
 * What else is known of a borrower by his other accounts and ids with the lender, and says that he can be reached (L5, L17).
 *
 * @param numbers on file under each of his ids
 * @param paidOn value dates of what was paid on his other accounts
 */
public record Elsewhere(List<OwnNumber> numbers, List<LocalDate> paidOn) {

    public static final Elsewhere NOTHING = new Elsewhere(List.of(), List.of());

    public Elsewhere {
        numbers = List.copyOf(numbers);
        paidOn = List.copyOf(paidOn);
    }
}
