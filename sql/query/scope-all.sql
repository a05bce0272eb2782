-- All accounts of a range, x being the table with its rows in key order: {scope.hint} behind SELECT, {scope.join} behind the table,
-- {scope.within} first of WHERE, {scope.order} first of ORDER BY. The other scopes have the same five parts.
-- MySQL would rather look up each row by another index that begins with the lender, and sort them all.
-- The tables that a statement with joins of its own has to read first.
-- part: first
x
-- part: hint
/*+ INDEX(x PRIMARY) */
-- part: join
-- Parameters: lender, after, up to.
-- part: within
x.lender = ? AND x.account_id > ? AND x.account_id <= ?
-- part: order
x.lender, x.account_id
