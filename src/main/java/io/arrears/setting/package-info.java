/** Values of YAML files that know where they stand. */
@NullMarked
package io.arrears.setting;

import org.jspecify.annotations.NullMarked;
