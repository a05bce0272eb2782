/** Deliveries in the database: what was loaded, rejected, set aside and forgotten. */
@NullMarked
package io.arrears.store.imports;

import org.jspecify.annotations.NullMarked;
