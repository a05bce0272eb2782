/** What the PBOC answers to a file. */
@NullMarked
package io.arrears.bureau.pboc.answer;

import org.jspecify.annotations.NullMarked;
