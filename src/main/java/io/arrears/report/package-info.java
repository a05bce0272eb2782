/** What people read of a night: its figures, counted from the files' own bytes, the page about them, and the index of all nights. */
@NullMarked
package io.arrears.report;

import org.jspecify.annotations.NullMarked;
