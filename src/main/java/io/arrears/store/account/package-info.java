/** The ledger and the standings of accounts, streamed in key order. */
@NullMarked
package io.arrears.store.account;

import org.jspecify.annotations.NullMarked;
