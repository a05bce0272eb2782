/** What bureaus were told in the database: records, files, how far each got, what was answered. */
@NullMarked
package io.arrears.store.bureau;

import org.jspecify.annotations.NullMarked;
