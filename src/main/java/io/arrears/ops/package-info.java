/** What people do by hand: release, sent, answer, baseline, accept, explain, trace. */
@NullMarked
package io.arrears.ops;

import org.jspecify.annotations.NullMarked;
