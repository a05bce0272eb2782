package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.ReportingTerms;
import io.arrears.lender.Lender;
import java.util.function.BiPredicate;

/** Refuses to tell a book that a bureau may know already as if it were new. */
public final class BaselineCheck {

    private final BiPredicate<String, ReportingTerms> knowsOf;

    /** @param knowsOf whether anything is known of what a bureau holds of the book of the lender of this name */
    public BaselineCheck(BiPredicate<String, ReportingTerms> knowsOf) {
        this.knowsOf = knowsOf;
    }

    /**
     * Looks at every bureau of a lender.
     *
     * @throws Refused (2) with the first bureau of which nothing is known and of which the lender does not say that it is new
     */
    public void on(Lender lender) {
        lender.bureaus().stream().map(Bureau::terms).forEach(terms -> require(lender.name(), terms));
    }

    void require(String lender, ReportingTerms terms) {
        if (!terms.notYetReported() && !knowsOf.test(lender, terms)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "nothing is known of what " + terms.bureau() + " holds of " + lender
                            + ": load it with 'arrears bureau baseline " + terms.bureau()
                            + " FILE', or say 'not-yet-reported: true' in the lender's file");
        }
    }
}
