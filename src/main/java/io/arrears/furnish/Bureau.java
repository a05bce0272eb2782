package io.arrears.furnish;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One bureau as one lender tells it: which records an account owes it, in the bureau's own format, and their files. */
public interface Bureau {

    ReportingTerms terms();

    /** Its record types in the order in which their files are sent. */
    List<String> kinds();

    /** A lender's policy with what counts as overdue to this bureau, which its gates and lists go by, too. */
    Policy policy(Policy lender);

    /**
     * What becomes of every record that is due of one account, oldest first; a pure function of its arguments.
     *
     * @param generatedAt of the files, fixed when the run first started
     */
    List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt);

    /** What it must have been told of an account by a day, by the ledger alone, whatever {@link #decide} makes of it (R1, R6). */
    Expectation expected(AccountView account, ReportingCalendar.Due due);

    /** What the names of all files of a kind and day begin with, before their serials. */
    String names(String kind, Instant generatedAt);

    /**
     * Shares the records of a kind out to files; computed from the counts alone.
     *
     * @param firstSerial of the first file; the others take those after it
     * @param counts the records of each part, in order
     */
    List<Submission> submissions(String kind, Instant generatedAt, int firstSerial, List<Long> counts);

    /** How many records the first line of a file announces; 0 where it is no header of such a file. */
    long announced(String header);

    /** What a record's line says is overdue, in the bureau's units; none where it says nothing of it. */
    @Nullable
    BigDecimal overdue(String line);

    /** The same of a day's figures of an open account, as a record of that day has it. */
    BigDecimal overdue(Delinquency figures);

    /** What it holds of an account; of what it was told only what counts. */
    Tradeline onFile(List<Reported> reported);

    /** Writes the files of a kind into a folder, on disk when this returns; the same parts give the same bytes. */
    List<Path> write(Path folder, String kind, Instant generatedAt, int firstSerial, List<Path> parts)
            throws IOException;
}
