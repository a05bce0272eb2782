-- Which accounts a night must assess: those with a fact that became known since the last published run's cutoff, and those
-- that the calendar can have changed. Parameters of the first five: run, lender, after, up to; of the last: run, lender,
-- as-of, last published run.
-- name: known_accounts
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM accounts WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: known_instalments
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM instalments WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: known_entries
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM entries WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: known_agreements
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM agreements WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: known_bureau_facts
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM bureau_facts WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: woken
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT ?, account_id FROM standing WHERE lender = ? AND wakes_on <= ? AND run_id BETWEEN 1 AND ?
-- name: count
SELECT COUNT(*) FROM night_accounts WHERE run_id = ?
-- name: nth
SELECT account_id FROM night_accounts WHERE run_id = ? ORDER BY run_id, account_id LIMIT 1 OFFSET ?
