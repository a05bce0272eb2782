-- Contacts whose person asked to be forgotten.
-- name: add
INSERT IGNORE INTO erasures (contact_id, lender, import_id) VALUES (?, ?, ?)
-- The forms that came before; a digest would still tell whether a guessed name is right.
-- name: blank
UPDATE contacts SET name = '', phone = '', phone_digits = NULL, digest = :nothing WHERE contact_id IN (:ids) AND erased_at IS NULL
-- name: blank_attempts
UPDATE contact_attempts SET handle_id = NULL, handle = NULL, digest = :nothing WHERE contact_id IN (:ids) AND handle_id IS NOT NULL
-- name: blank_stops
UPDATE stops SET handle_id = NULL, handle = NULL, digest = :nothing WHERE contact_id IN (:ids) AND handle_id IS NOT NULL
-- name: among
SELECT contact_id FROM erasures WHERE contact_id IN (:ids)
-- name: of_import
SELECT lender, COUNT(*) FROM erasures WHERE import_id = ? GROUP BY lender ORDER BY lender
