-- name: add
INSERT IGNORE INTO lenders (lender) VALUES (?)
-- name: lock
SELECT lender FROM lenders WHERE lender = ? FOR UPDATE
-- name: all
SELECT lender FROM lenders ORDER BY lender
