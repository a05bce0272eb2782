-- Contacts whose person asked to be forgotten.
-- name: add
INSERT IGNORE INTO erasures (contact_id, lender, import_id) VALUES (?, ?, ?)
-- The forms that came before; a digest would still tell whether a guessed name is right.
-- name: blank
UPDATE contacts SET name = '', phone = '', digest = :nothing WHERE contact_id IN (:ids) AND erased_at IS NULL
-- name: of_import
SELECT lender, COUNT(*) FROM erasures WHERE import_id = ? GROUP BY lender ORDER BY lender
