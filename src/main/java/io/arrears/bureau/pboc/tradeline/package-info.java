/** What is on file of an account or a person after all that was reported, and what is kept of a record. */
@NullMarked
package io.arrears.bureau.pboc.tradeline;

import org.jspecify.annotations.NullMarked;
