/** The PBOC's submission files: names, headers, shares, bytes. */
@NullMarked
package io.arrears.bureau.pboc.file;

import org.jspecify.annotations.NullMarked;
