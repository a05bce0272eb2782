/** The PBOC's records: types, sections, items, code lists. */
@NullMarked
package io.arrears.bureau.pboc.record;

import org.jspecify.annotations.NullMarked;
