-- Entries of a review that people accepted.
-- Parameters: lender, after, up to, cutoff.
-- name: known
SELECT account_id, code, subject, fact, accepted_at, by_one, by_two, reason
FROM accepted_review
WHERE lender = ? AND account_id > ? AND account_id <= ? AND accepted_at <= ?
ORDER BY account_id, code, subject, accepted_at
-- name: insert
INSERT INTO accepted_review (lender, account_id, code, subject, fact, accepted_at, by_one, by_two, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
