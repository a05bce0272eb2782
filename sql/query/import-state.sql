-- The life of an import, and from when on its rows are known.
-- name: lock
SELECT id FROM import_lock WHERE id = 1 FOR UPDATE SKIP LOCKED
-- name: last-id
SELECT COALESCE(MAX(import_id), 0) FROM imports
-- name: insert
INSERT INTO imports (import_id, source, requested_by, state, started_at) VALUES (?, ?, ?, 'VALIDATING', ?)
-- Parameter: the states of one that is not, with a space around each.
-- name: unfinished
SELECT import_id FROM imports WHERE LOCATE(CONCAT(' ', state, ' '), ?) > 0 ORDER BY import_id LIMIT 1
-- name: select
SELECT import_id, source, state, message FROM imports WHERE import_id = ?
-- name: own
UPDATE imports SET execution_id = ? WHERE import_id = ?
-- name: owner
SELECT execution_id FROM imports WHERE import_id = ? FOR UPDATE
-- name: loading
UPDATE imports SET state = 'LOADING' WHERE import_id = ? AND state = 'VALIDATING'
-- name: finish
UPDATE imports SET state = ?, finished_at = ?, message = ? WHERE import_id = ?
-- name: delete-files
DELETE FROM import_files WHERE import_id = ?
-- name: insert-file
INSERT INTO import_files (import_id, feed, bytes, sha256, `rows`, loaded, corrected, unchanged, repeated, rejected)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: add-delivery
INSERT IGNORE INTO import_deliveries (import_id, feed, lender) VALUES (?, ?, ?)
-- name: files
SELECT feed, `rows`, loaded, corrected, unchanged, repeated, rejected FROM import_files WHERE import_id = ?
-- name: lenders-of
SELECT lender FROM import_lenders WHERE import_id = ? ORDER BY lender
-- name: add-import-lender
INSERT INTO import_lenders (import_id, lender, known_from) VALUES (?, ?, ?)
-- name: known-from
SELECT lender, known_from FROM import_lenders WHERE import_id = ?
-- name: insert-control-feed
INSERT INTO controls (import_id, line, known_at, business_date, feed, `rows`, amount) VALUES (?, ?, ?, ?, ?, ?, ?)
-- name: insert-control-portfolio
INSERT INTO controls (import_id, line, known_at, business_date, lender, product, currency, open_accounts, principal, overdue)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
