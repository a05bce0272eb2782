/** The database: its pool, its tables, statements from sql/query, rows streamed in key order. */
@NullMarked
package io.arrears.store.jdbc;

import org.jspecify.annotations.NullMarked;
