/** Which records of an account and a person are due, and what becomes of each. */
@NullMarked
package io.arrears.bureau.pboc.due;

import org.jspecify.annotations.NullMarked;
