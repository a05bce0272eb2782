/** What is overdue and for how long: the pure assessment of one account's facts under a lender's policy. */
@NullMarked
package io.arrears.delinquency;

import org.jspecify.annotations.NullMarked;
