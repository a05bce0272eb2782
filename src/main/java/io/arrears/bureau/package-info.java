/** The bureaus that can be reported to, each format a package of its own. */
@NullMarked
package io.arrears.bureau;

import org.jspecify.annotations.NullMarked;
