-- The facts of one range of accounts in key order, as known at a cutoff. Parameters: lender, after, up to, cutoff.
-- name: accounts
SELECT account_id, revision, product, opened_on, currency
FROM accounts
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, revision
-- name: instalments
SELECT account_id, revision, schedule_version, `number`, due_on, principal, interest, fee, penalty
FROM instalments
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, schedule_version, `number`, revision
-- name: entries
SELECT account_id, revision, entry_id, type, value_on, posted_at, amount, reverses, principal, interest, fee, penalty, paid_by
FROM entries
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, value_on, posted_at, entry_id, revision
-- name: agreements
SELECT account_id, revision, agreement_id, type, agreed_on, effective_on, posted_at, schedule_version
FROM agreements
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, effective_on, posted_at, agreement_id, revision
-- name: class_facts
SELECT account_id, revision, fact_id, `value`, effective_on, posted_at
FROM bureau_facts
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ? AND `key` = 'five_class'
ORDER BY lender, account_id, fact_id, revision
-- name: rejects
SELECT account_id, import_id, feed, line, row_key
FROM rejects
WHERE lender = ? AND account_id > ? AND account_id <= ?
  AND opened_at <= ? AND (closed_at IS NULL OR closed_at > ?)
ORDER BY account_id, import_id, feed, line
-- name: count_accounts
SELECT COUNT(*) FROM accounts WHERE lender = ?
-- name: nth_account
SELECT account_id FROM accounts WHERE lender = ? ORDER BY lender, account_id LIMIT 1 OFFSET ?
