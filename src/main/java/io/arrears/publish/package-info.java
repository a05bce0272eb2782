/** The output folder: the lists and what they say of an account, part files, their joining, and the one rename that publishes. */
@NullMarked
package io.arrears.publish;

import org.jspecify.annotations.NullMarked;
