-- What one of two people asked for.
-- name: insert
INSERT INTO request (request_id, lender, command, subject, last_run, asked_at, by_one) VALUES (?, ?, ?, ?, ?, ?, ?)
-- name: find
SELECT request_id, lender, command, subject, last_run, asked_at, by_one FROM request WHERE request_id = ?
-- name: is_confirmed
SELECT COUNT(*) FROM request_confirmed WHERE request_id = ?
-- name: confirm
INSERT INTO request_confirmed (request_id, confirmed_at, by_two) VALUES (?, ?, ?)
-- Those that nobody confirmed. Parameters: lender, asked after.
-- name: waiting
SELECT q.request_id, q.lender, q.command, q.subject, q.last_run, q.asked_at, q.by_one
FROM request q
WHERE q.lender = ? AND q.asked_at > ? AND NOT EXISTS (SELECT 1 FROM request_confirmed c WHERE c.request_id = q.request_id)
ORDER BY q.asked_at, q.request_id
-- The newest run that was published, whether it was withdrawn since or not. Parameters: lender, the states of such a run, with
-- a space around each.
-- name: last_run
SELECT COALESCE(MAX(run_id), 0) FROM runs
WHERE lender = ? AND run_id > 0 AND LOCATE(CONCAT(' ', state, ' '), ?) > 0
