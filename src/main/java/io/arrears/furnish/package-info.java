/** What a bureau must be told of an account, what it was told, and the gates in between. */
@NullMarked
package io.arrears.furnish;

import org.jspecify.annotations.NullMarked;
