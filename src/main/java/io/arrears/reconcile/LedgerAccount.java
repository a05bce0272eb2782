package io.arrears.reconcile;

import io.arrears.delinquency.Standing;
import io.arrears.furnish.AccountView;
import java.time.LocalDate;

/**
 * An account as the ledger and its standing have it.
 *
 * @param since the as-of date of the run that found the standing so
 */
public record LedgerAccount(Standing standing, LocalDate since, AccountView view) {}
