/** What is known of the people of an account, and of every attempt to reach them. */
@NullMarked
package io.arrears.store.contact;

import org.jspecify.annotations.NullMarked;
