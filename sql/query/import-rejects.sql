-- Rejects that hold their account until the row arrives or two people discard it.
-- name: any-open
SELECT 1 FROM rejects WHERE feed = ? AND state = 'OPEN' LIMIT 1
-- name: awaited
SELECT DISTINCT row_key FROM rejects WHERE feed = :feed AND state = 'OPEN' AND row_key IN (:keys)
-- name: open-elsewhere
SELECT DISTINCT row_key FROM rejects
WHERE feed = :feed AND state = 'OPEN' AND row_key IN (:keys) AND import_id <> :import
-- name: lenders
SELECT account_id, lender FROM accounts WHERE revision = 1 AND account_id IN (:ids)
-- name: open
INSERT INTO rejects (
    import_id, feed, line, row_key, lender, account_id, borrower_id, contact_id, held_from, column_name, masked_value, reason, state,
    opened_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
-- name: arrive
UPDATE rejects SET state = 'ARRIVED', closed_at = ?, closed_by = ?, closed_why = 'the row arrived'
WHERE feed = ? AND row_key = ? AND state = 'OPEN' AND import_id <> ?
-- name: find-by-line
SELECT import_id, feed, line, lender FROM rejects WHERE import_id = ? AND feed = ? AND line = ? AND state = 'OPEN'
-- name: find-by-key
SELECT import_id, feed, line, lender FROM rejects WHERE feed = ? AND row_key = ? AND state = 'OPEN'
-- name: discard
UPDATE rejects SET state = 'DISCARDED', closed_at = ?, closed_by = ?, closed_why = ?
WHERE import_id = ? AND feed = ? AND line = ? AND state = 'OPEN'
-- Parameters: cutoff, cutoff.
-- part: open
r.opened_at <= ? AND (r.closed_at IS NULL OR r.closed_at > ?)
-- Parameters: lender, cutoff, cutoff.
-- part: of_lender
SELECT r.account_id, r.feed, r.row_key, i.started_at
FROM rejects r JOIN imports i ON i.import_id = r.import_id
WHERE (r.lender = ? OR r.lender IS NULL) AND {open}
-- Parameter: cutoff.
-- part: of_no_account
NOT EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = r.account_id AND a.known_at <= ?)
-- Rejects whose account the ledger does not know at a cutoff, and which can be any account's of the lender. Parameters: lender,
-- cutoff, cutoff, cutoff.
-- name: unknown
{of_lender} AND r.held_from = 'EVERYTHING' AND {of_no_account}
ORDER BY r.import_id, r.feed, r.line
-- name: of-worklist
{of_lender} AND r.held_from = 'WORKLIST'
ORDER BY r.import_id, r.feed, r.line
-- Parameters: lender, and five times the cutoff.
-- name: of-nobody
{of_lender} AND r.held_from = 'WORKLIST' AND {of_no_account}
  AND NOT EXISTS (SELECT 1 FROM borrowers b WHERE b.borrower_id = r.borrower_id AND b.known_at <= ?)
  AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.contact_id = r.contact_id AND c.known_at <= ?)
ORDER BY r.import_id, r.feed, r.line
-- Those whose account the ledger knows. Parameters: cutoff, cutoff, lender, cutoff.
-- name: of-accounts
SELECT r.account_id, r.feed, r.row_key, i.started_at
FROM rejects r JOIN imports i ON i.import_id = r.import_id
WHERE {open} AND r.held_from = 'EVERYTHING'
  AND EXISTS (SELECT 1 FROM accounts a WHERE a.lender = ? AND a.account_id = r.account_id AND a.known_at <= ?)
ORDER BY r.import_id, r.feed, r.line
