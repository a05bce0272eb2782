/** One delivery on its way into the ledger: its files, its controls, its duplicates, and the validated rows on disk. */
@NullMarked
package io.arrears.delivery;

import org.jspecify.annotations.NullMarked;
