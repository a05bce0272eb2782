/** Reconciliation: identities that hold between the ledger and the bytes that a night has written (R1-R8). */
@NullMarked
package io.arrears.reconcile;

import org.jspecify.annotations.NullMarked;
