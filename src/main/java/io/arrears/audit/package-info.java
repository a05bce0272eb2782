/** What proves a published folder: digests, manifest, verification. */
@NullMarked
package io.arrears.audit;

import org.jspecify.annotations.NullMarked;
