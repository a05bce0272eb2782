package io.arrears.reconcile;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Accounts in key order, one at a time. */
public interface HeldAccounts {

    /** The next account; none at the end. */
    @Nullable
    HeldAccount next() throws SQLException;
}
