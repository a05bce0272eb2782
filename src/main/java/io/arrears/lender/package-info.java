/** The lender file: one portfolio's policy as data. */
@NullMarked
package io.arrears.lender;

import org.jspecify.annotations.NullMarked;
