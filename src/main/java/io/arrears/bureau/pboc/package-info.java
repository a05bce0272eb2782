/** The second-generation personal records of the PBOC's Credit Reference Center: layouts, rules, files and answers. */
@NullMarked
package io.arrears.bureau.pboc;

import org.jspecify.annotations.NullMarked;
