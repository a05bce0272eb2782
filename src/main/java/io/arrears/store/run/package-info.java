/** Runs in the database: how they begin, move, are refused, published and taken back. */
@NullMarked
package io.arrears.store.run;

import org.jspecify.annotations.NullMarked;
