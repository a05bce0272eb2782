/** What every part of Arrears may say to its user: an exit code and a refusal. */
@NullMarked
package io.arrears;

import org.jspecify.annotations.NullMarked;
