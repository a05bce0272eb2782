package io.arrears.furnish;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** A record about a day as the gates look at it, with what the bureau was told of the account before. */
    GateInput asked(Dossier dossier, LocalDate day, Delinquency figures, Instant generatedAt);

    /** Whether a record that says this is negative. */
    boolean isNegative(Map<String, String> facts);

    /** Whether a report point tells how a month ended, rather than what happened on a day. */
    boolean isMonthEnd(@Nullable String code);

    /** The record type in which an account is told of by itself. */
    String accountKind();

    /** The record type that takes back an account as a whole. */
    String deletionKind();

    /** Whether a record type tells of a person rather than of an account. */
    boolean isOfPerson(String kind);

    /** Whether a record that says this is an account's last. */
    boolean isEnd(Map<String, String> facts);

    /** Whether an account is over to it once nothing but charges is owed, rather than once it is closed. */
    boolean closesOnceRepaid();

    /** Whether a record type takes back or restates what was told. */
    boolean isCorrection(String kind);

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

    /** The same of what is kept of a record. */
    @Nullable
    BigDecimal overdue(Map<String, String> facts);

    /** The same of a day's figures of an open account, as a record of that day has it. */
    BigDecimal overdue(Delinquency figures);

    /** What it holds of an account; of what it was told only what counts. */
    Tradeline onFile(List<Reported> reported);

    /** Writes the files of a kind into a folder, on disk when this returns; the same parts give the same bytes. */
    List<Path> write(Path folder, String kind, Instant generatedAt, int firstSerial, List<Path> parts)
            throws IOException;
}
