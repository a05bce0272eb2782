/** How one lender reports to the PBOC: its products, codes and choices. */
@NullMarked
package io.arrears.bureau.pboc.terms;

import org.jspecify.annotations.NullMarked;
