/** The night's worklist: who is contacted about an account, by the lender's ladder and within the law, and who is not, and why. */
@NullMarked
package io.arrears.ladder;

import org.jspecify.annotations.NullMarked;
