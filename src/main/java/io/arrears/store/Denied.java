package io.arrears.store;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** That MySQL lets a user do no more than what {@code sql/grants.sql} gives it: an auditor's attempt to write, say. */
public final class Denied {

    /** MySQL's error numbers for a schema, a table and a column that a user may not touch in this way. */
    private static final Set<Integer> CODES = Set.of(1044, 1142, 1143);

    private Denied() {}

    /** The refusal (2) to answer with, if that is why something failed. */
    public static Optional<Refused> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException denied && CODES.contains(denied.getErrorCode())) {
                return Optional.of(new Refused(
                        ExitCode.USAGE,
                        "this database user may not do that: " + denied.getMessage()
                                + "; sql/grants.sql has a user for each purpose"));
            }
        }
        return Optional.empty();
    }
}
