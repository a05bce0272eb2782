package io.arrears.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One bill of a line (D16): what it newly asks for, and what the core system says was owed at the end of its day.
 *
 * @param dueOn as agreed, before any roll to a business day
 * @param minimum in minor units; all zero of a statement that was withdrawn
 * @param balance principal, in minor units; 0 in credit
 * @param pastDue what was overdue on the day, as the core system says; none where it does not say
 */
public record Statement(
        String id,
        LocalDate statementOn,
        LocalDate dueOn,
        Components minimum,
        long balance,
        @Nullable Long pastDue,
        Instant postedAt) {

    /** The order in which statements are made: day, statement id. */
    public static final Comparator<Statement> ORDER =
            Comparator.comparing(Statement::statementOn).thenComparing(Statement::id);
}
