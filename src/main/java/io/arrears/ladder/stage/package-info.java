/** A lender's ladder as data: its stages, when each begins, whom it reaches and how. */
@NullMarked
package io.arrears.ladder.stage;

import org.jspecify.annotations.NullMarked;
