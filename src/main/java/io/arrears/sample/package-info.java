/** A made-up ledger in the CSV feeds the import reads: believable, awkward on purpose, the same bytes for the same seed. */
@NullMarked
package io.arrears.sample;

import org.jspecify.annotations.NullMarked;
