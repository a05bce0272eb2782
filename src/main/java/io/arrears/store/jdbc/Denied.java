package io.arrears.store.jdbc;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** That a database lets us do no more: its grants, its settings or its disk say so, or it is gone. */
public final class Denied {

    /** MySQL's error numbers for a schema, a table and a column that a user may not touch in this way. */
    private static final Set<Integer> GRANTS = Set.of(1044, 1142, 1143);

    /** MySQL's error numbers for a server whose settings stand in the way, and what to do about it. */
    private static final Map<Integer, String> SETTINGS = Map.of(
            1290, "write to the server that is not read-only, or let an administrator make this one writable",
            1836, "write to the server that is not read-only, or let an administrator make this one writable",
            1792, "write to the server that is not read-only, or let an administrator make this one writable",
            1153, "let an administrator raise max_allowed_packet; 64M is MySQL's default");

    /** H2's error number for a database that cannot be written, which ours is opened as where its disk is full. */
    private static final int H2_READ_ONLY = 90097;

    private static final String FULL = "No space left on device";

    private static final String TOO_BIG = "PacketTooBigException";
    private static final int LONGEST = 300;

    /** SQLSTATE classes of a connection that is lost, a transaction rolled back and a statement stopped from outside. */
    private static final Set<String> INTERFERED = Set.of("08", "40", "57", "70");

    private Denied() {}

    /** The refusal (2) to answer with, if a user's rights or a server's settings are why something failed. */
    public static Optional<Refused> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException denied) {
                if (GRANTS.contains(denied.getErrorCode())) {
                    return Optional.of(new Refused(
                            ExitCode.USAGE,
                            "this database user may not do that: " + denied.getMessage()
                                    + "; sql/grants.sql has a user for each purpose"));
                }
                int code = denied.getClass().getSimpleName().equals(TOO_BIG) ? 1153 : denied.getErrorCode();
                String advice = SETTINGS.get(code);
                if (advice != null) {
                    return Optional.of(new Refused(
                            ExitCode.USAGE, "the database server does not take that: " + said(denied) + "; " + advice));
                }
            }
        }
        return Optional.empty();
    }

    /** The same, and the failure (1) to answer with if the database was lost, or could not do what it was asked to. */
    public static Optional<Refused> orLost(Throwable failure) {
        Optional<Refused> denied = in(failure);
        if (denied.isPresent()) {
            return denied;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException lost) {
                return Optional.of(failed(
                        lost.getErrorCode() == H2_READ_ONLY ? "the embedded one's disk is full: " + FULL : said(lost)));
            }
            if (cause instanceof DataAccessResourceFailureException lost && lost.getCause() == null) {
                return Optional.of(failed(firstLine(lost)));
            }
        }
        return Optional.empty();
    }

    /** What the database said, if it was lost, slow or stopped us; empty of a statement that is wrong, whose trace is wanted. */
    public static Optional<String> interfered(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isInterference(sql)) {
                return Optional.of(said(sql));
            }
        }
        return Optional.empty();
    }

    private static boolean isInterference(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || sql instanceof SQLNonTransientConnectionException
                || (state.length() >= 2 && INTERFERED.contains(state.substring(0, 2)));
    }

    private static Refused failed(String said) {
        return new Refused(
                ExitCode.FAILED,
                "the database failed: " + said + "; "
                        + (said.contains(FULL) ? "make room, then " : "")
                        + "'arrears status' tells what is left to do");
    }

    /** The first line of what the driver says and its cause: an exception's own trace, or a statement, is of no use to anybody. */
    static String said(SQLException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String first = firstLine(failure);
        String last = firstLine(root);
        String said = root == failure || last.isEmpty() || first.contains(last) ? first : first + ": " + last;
        return said.substring(0, Math.min(LONGEST, said.length()));
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("; SQL statement:.*", "");
    }
}
