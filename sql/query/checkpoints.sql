-- name: keep
INSERT INTO checkpoint (run_id, lender, `number`, hash, digest) VALUES (?, ?, ?, ?, ?)
-- The end of the lender's chain of folders when a run begins to sign; a withdrawn one stays a link of it, one that was signed, but
-- never published, is none. Parameters: lender, run, the states of those that were, with a space around each.
-- name: before
SELECT c.run_id, c.`number`, c.hash, c.digest FROM checkpoint c
JOIN runs r ON r.run_id = c.run_id
WHERE c.lender = ? AND c.run_id < ? AND LOCATE(CONCAT(' ', r.state, ' '), ?) > 0
ORDER BY c.run_id DESC LIMIT 1
-- name: last
SELECT c.run_id, c.`number`, c.hash, c.digest FROM checkpoint c
JOIN runs r ON r.run_id = c.run_id
WHERE c.lender = ? AND r.state = 'PUBLISHED' ORDER BY c.run_id DESC LIMIT 1
-- Parameters: lender, the states as above.
-- name: heads
SELECT r.as_of, r.sequence, c.`number`, c.hash, CASE WHEN r.state = 'PUBLISHED' THEN 0 ELSE r.run_id END FROM checkpoint c
JOIN runs r ON r.run_id = c.run_id
WHERE c.lender = ? AND LOCATE(CONCAT(' ', r.state, ' '), ?) > 0 ORDER BY c.run_id
-- name: any_signed
SELECT lender FROM checkpoint ORDER BY run_id DESC LIMIT 1
-- Of one run.
-- name: of_run
SELECT c.run_id, c.`number`, c.hash, c.digest FROM checkpoint c WHERE c.run_id = ?
