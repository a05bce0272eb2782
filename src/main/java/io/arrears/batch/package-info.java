/** Spring Batch wiring: each job reads top-down, step by step. */
@NullMarked
package io.arrears.batch;

import org.jspecify.annotations.NullMarked;
