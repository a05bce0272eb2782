package io.arrears.furnish;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One bureau as one lender tells it: which records an account owes it, in the bureau's own format, and their files. */
public interface Bureau {

    ReportingTerms terms();

    /**
     * What becomes of every record that is due of one account, oldest first; a pure function of its arguments.
     *
     * @param policy the lender's, as its file gives it
     * @param generatedAt of the files, fixed when the run first started
     */
    List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt);

    /** What it must have been told of an account by a day, by the ledger alone, whatever {@link #decide} makes of it (R1, R6). */
    Expectation expected(AccountView account, ReportingCalendar.Due due);

    /** What a record of a day would say is overdue, in its units, by that day's figures of an open account. */
    BigDecimal overdue(Delinquency figures);

    /** What it holds of an account; of what it was told only what counts. */
    Tradeline onFile(List<Reported> reported);

    /** The contracts that its accounts stand under; none where it knows none. */
    default Optional<Contracts> contracts() {
        return Optional.empty();
    }

    /** Tags of a record's facts by which it speaks of itself, and of what it is made, rather than of the account. */
    default Set<String> ofItself() {
        return Set.of();
    }

    FileFormat files();
}
