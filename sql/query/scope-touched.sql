-- The accounts of a range that one night looks at (night_accounts), whatever stands between them. In order of the first table, so that
-- nothing is sorted.
-- The tables that a statement with joins of its own has to read first.
-- part: first
n, x
-- part: hint
/*+ JOIN_ORDER(n, x) */
-- part: join
JOIN night_accounts n ON n.account_id = x.account_id
-- Parameters: run, lender, after, up to.
-- part: within
n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ?
-- part: order
n.account_id
