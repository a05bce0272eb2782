/** Whether a person may be contacted at this moment: from the published files alone, with no library, so that it starts at once. */
@NullMarked
package io.arrears.call;

import org.jspecify.annotations.NullMarked;
