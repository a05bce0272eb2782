-- The delivery's own good rows, so that a row may refer to a row not yet loaded; they last as long as the import.
-- name: note-account
INSERT INTO import_accounts (import_id, account_id, lender, currency, kind) VALUES (?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE kind = VALUES(kind)
-- name: note-id
INSERT INTO import_ids (import_id, feed, id) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE feed = VALUES(feed)
-- name: accounts
SELECT account_id, lender, currency, kind FROM import_accounts WHERE import_id = :import AND account_id IN (:ids)
-- name: ids
SELECT id FROM import_ids WHERE import_id = :import AND feed = :feed AND id IN (:ids)
-- name: forget-accounts
DELETE FROM import_accounts WHERE import_id = :import AND account_id IN (:ids)
-- name: forget-ids
DELETE FROM import_ids WHERE import_id = :import AND feed = :feed AND id IN (:ids)
-- name: clear-accounts
DELETE FROM import_accounts WHERE import_id = ? LIMIT 10000
-- name: clear-ids
DELETE FROM import_ids WHERE import_id = ? LIMIT 10000
