package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.furnish.Reported;

/** Nights of a lender that speaks from 1 April on, of a line that the bureau held before. */
public final class ContractNights {

    private ContractNights() {}

    /** Its limit was changed in March and is in April, and it ends in May. */
    public static Nights of(Reported held, LineOptions.BaselineContract contract) {
        Nights nights = new Nights(
                Lender.PLAIN
                        .ofLines(LineOptions.EarlyEnd.PLAIN, LineOptions.FoundContract.KNOWN, contract)
                        .since("2026-04-01"),
                LineBook.ofItself()
                        .limit("a", "2026-03-10", 4_000_000)
                        .limit("b", "2026-04-10", 3_000_000)
                        .ended("c", "2026-05-20"));
        nights.reported().add(held);
        return nights;
    }
}
