/** JDBC: the connection, the SQL under sql/, and the tables of ledger, runs and standings. */
@NullMarked
package io.arrears.store;

import org.jspecify.annotations.NullMarked;
