-- name: keep
INSERT INTO checkpoint (run_id, lender, `number`, hash, digest) VALUES (?, ?, ?, ?, ?)
-- name: of_run
SELECT run_id, `number`, hash, digest FROM checkpoint WHERE run_id = ?
-- name: last
SELECT c.run_id, c.`number`, c.hash, c.digest FROM checkpoint c
JOIN runs r ON r.run_id = c.run_id
WHERE c.lender = ? AND r.state = 'PUBLISHED' ORDER BY c.run_id DESC LIMIT 1
-- name: heads
SELECT r.as_of, r.sequence, c.`number`, c.hash FROM checkpoint c
JOIN runs r ON r.run_id = c.run_id
WHERE c.lender = ? AND r.state = 'PUBLISHED' ORDER BY c.run_id
