-- What a bureau held before it was told anything, part by part as it was loaded.
-- The number of the next part of a lender and bureau. Parameters: lender, bureau, environment.
-- name: next_part
SELECT COALESCE(MAX(part), -1) + 1 FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = 0
-- name: insert_load
INSERT INTO baseline_load (lender, bureau, environment, part, at, by_one, by_two, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
-- Parts that were not known yet at an instant. Parameters: lender, bureau, environment, instant.
-- name: later_parts
SELECT part FROM baseline_load WHERE lender = ? AND bureau = ? AND environment = ? AND at > ? ORDER BY part
-- name: unknown_accounts
SELECT f.account_id FROM furnished f
WHERE f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = 0 AND f.part = ?
  AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.lender = f.lender AND a.account_id = f.account_id)
ORDER BY f.account_id LIMIT 5
-- name: repeated_accounts
SELECT account_id FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = 0 AND part = ?
GROUP BY account_id HAVING COUNT(*) > 1 ORDER BY account_id LIMIT 5
-- Accounts of a part that an earlier part had. Parameters: lender, bureau, environment, part, that part.
-- name: known_accounts
SELECT f.account_id FROM furnished f
WHERE f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = 0 AND f.part = ?
  AND EXISTS (SELECT 1 FROM furnished e
              WHERE e.lender = f.lender AND e.account_id = f.account_id AND e.bureau = f.bureau AND e.environment = f.environment
                AND e.run_id = 0 AND e.part < ?)
ORDER BY f.account_id LIMIT 5
