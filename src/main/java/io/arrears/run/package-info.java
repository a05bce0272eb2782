/** One night of one lender: what was fixed when it first started, and how far it has come. */
@NullMarked
package io.arrears.run;

import org.jspecify.annotations.NullMarked;
