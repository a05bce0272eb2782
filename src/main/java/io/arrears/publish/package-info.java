/** The output folder: part files, their joining, and the one rename that publishes. */
@NullMarked
package io.arrears.publish;

import org.jspecify.annotations.NullMarked;
