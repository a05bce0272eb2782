/** What every store stands on: a lender's row and lock, the audit trail, requests; the tables lie below. */
@NullMarked
package io.arrears.store;

import org.jspecify.annotations.NullMarked;
