/** Amounts of money in minor units, their currencies and their decimals. */
@NullMarked
package io.arrears.money;

import org.jspecify.annotations.NullMarked;
