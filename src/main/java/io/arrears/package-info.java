/** What every part of Arrears may say to its user and ask of people, and the digest of bytes. */
@NullMarked
package io.arrears;

import org.jspecify.annotations.NullMarked;
