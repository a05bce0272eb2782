-- What an evidence pack tells of one account beyond what its assessment reads: every form known at a cutoff, the newest of each last.
-- Parameters of each: lender, account, cutoff; of person the cutoff twice.
-- name: person
SELECT b.borrower_id, b.full_name FROM accounts a JOIN borrowers b ON b.borrower_id = a.borrower_id
WHERE a.lender = ? AND a.account_id = ? AND a.known_at <= ? AND b.known_at <= ?
ORDER BY a.revision, b.revision
-- name: agreements
SELECT agreement_id, channel, evidence FROM agreements
WHERE lender = ? AND account_id = ? AND known_at <= ? ORDER BY effective_on, posted_at, agreement_id, revision
-- name: notices
SELECT notice_id, kind, channel, sent_at, delivered_at, evidence FROM notices
WHERE lender = ? AND account_id = ? AND known_at <= ? ORDER BY notice_id, revision
-- name: disputes
SELECT dispute_id, opened_on, reason, resolved_on, outcome FROM disputes
WHERE lender = ? AND account_id = ? AND known_at <= ? ORDER BY dispute_id, revision
-- name: entries
SELECT entry_id, reference FROM entries
WHERE lender = ? AND account_id = ? AND known_at <= ? ORDER BY value_on, posted_at, entry_id, revision
-- name: attempts
SELECT attempt_id, attempted_at, channel, direction, outcome, party, contact_id, party_id
FROM contact_attempts
WHERE lender = ? AND account_id = ? AND known_at <= ? ORDER BY attempted_at, attempt_id, revision
-- The moves of a file up to an instant. Parameters: bureau, environment, file, instant.
-- name: moves
SELECT state, at FROM submission_state
WHERE bureau = ? AND environment = ? AND submission = ? AND at <= ? ORDER BY `number`
