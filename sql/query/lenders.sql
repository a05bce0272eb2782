-- A row a lender, which is locked while something of theirs begins. An INSERT IGNORE would share the lock of a row that is there, and two
-- that then ask for it alone wait for each other.
-- name: add
INSERT INTO lenders (lender) VALUES (?) ON DUPLICATE KEY UPDATE lender = VALUES(lender)
-- name: lock
SELECT lender FROM lenders WHERE lender = ? FOR UPDATE
-- name: all
SELECT lender FROM lenders ORDER BY lender
