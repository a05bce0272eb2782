/** What the steps of a night do, without Spring Batch: join, reconcile, withhold, report, publish, take back. */
@NullMarked
package io.arrears.night;

import org.jspecify.annotations.NullMarked;
