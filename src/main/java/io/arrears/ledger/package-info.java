/** The facts of one account as the ledger states them: schedule, entries, agreements. */
@NullMarked
package io.arrears.ledger;

import org.jspecify.annotations.NullMarked;
