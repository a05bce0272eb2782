/** The CSV feeds a lender delivers: their columns, their rows, and why a row is rejected. */
@NullMarked
package io.arrears.feed;

import org.jspecify.annotations.NullMarked;
