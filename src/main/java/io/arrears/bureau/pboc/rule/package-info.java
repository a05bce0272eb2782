/** The PBOC's rules on a record by itself and beside what is on file. */
@NullMarked
package io.arrears.bureau.pboc.rule;

import org.jspecify.annotations.NullMarked;
