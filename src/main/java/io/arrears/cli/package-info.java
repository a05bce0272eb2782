/** The commands. */
@NullMarked
package io.arrears.cli;

import org.jspecify.annotations.NullMarked;
