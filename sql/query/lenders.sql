-- A row a lender, which is locked while something of theirs begins. An INSERT IGNORE would share the lock of a row that is there, and two
-- that then ask for it alone wait for each other.
-- name: add
INSERT INTO lenders (lender) VALUES (?) ON DUPLICATE KEY UPDATE lender = VALUES(lender)
-- name: lock
SELECT lender FROM lenders WHERE lender = ? FOR UPDATE
-- name: all
SELECT lender FROM lenders ORDER BY lender
-- Since when the ledger knows what was posted of a lender, and the cutoff of the first night. Parameters: lender, the instant of what is
-- always known, lender.
-- name: posted
SELECT MIN(e.known_at) FROM entries e WHERE e.lender = ? AND e.known_at > ?
-- name: begun
SELECT MIN(begun) FROM (
    SELECT MIN(e.known_at) AS begun FROM entries e WHERE e.lender = ? AND e.known_at > ?
    UNION ALL
    SELECT MIN(r.cutoff) FROM runs r WHERE r.lender = ? AND r.run_id > 0
) AS known
