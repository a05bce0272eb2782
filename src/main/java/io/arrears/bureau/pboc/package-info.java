/** The second-generation personal records of the PBOC's Credit Reference Center: its keys, facts and law; what they are made of lies below. */
@NullMarked
package io.arrears.bureau.pboc;

import org.jspecify.annotations.NullMarked;
