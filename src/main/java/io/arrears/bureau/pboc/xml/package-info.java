/** A record as a line of XML, and back. */
@NullMarked
package io.arrears.bureau.pboc.xml;

import org.jspecify.annotations.NullMarked;
