package io.arrears.reconcile;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Accounts in key order, one at a time. */
public interface AccountsOnFile {

    /** The next account; none at the end. */
    @Nullable
    AccountOnFile next() throws SQLException;
}
