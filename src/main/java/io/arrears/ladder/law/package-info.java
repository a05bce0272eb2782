/** What the law lets a lender do to reach a person: rules as data, each with its instrument and clause, and what they say of one day. */
@NullMarked
package io.arrears.ladder.law;

import org.jspecify.annotations.NullMarked;
