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
-- Whether a contact of a lender is erased: its id again, or nothing. Parameters: contact, lender.
-- name: state
SELECT COALESCE(e.contact_id, '') FROM contacts c LEFT JOIN erasures e ON e.contact_id = c.contact_id
WHERE c.contact_id = ? AND c.lender = ? AND c.revision = 1
-- name: newest
SELECT contact_id, account_id, relation, opted_out_at, source, relation_class, revision FROM contacts c
WHERE c.contact_id IN (:ids)
  AND NOT EXISTS (SELECT 1 FROM contacts n WHERE n.contact_id = c.contact_id AND n.revision > c.revision)
ORDER BY c.contact_id
-- Contacts that are there of accounts closed by a day, as a run finds them. Parameters: lender, day, last published run, run, run, at
-- most so many.
-- name: closed
SELECT DISTINCT c.contact_id
FROM standing s JOIN contacts c ON c.lender = s.lender AND c.account_id = s.account_id
WHERE s.lender = ? AND s.closed_on <= ? AND (s.run_id BETWEEN 1 AND ? OR s.run_id = ?)
  AND NOT EXISTS (
    SELECT 1 FROM standing n
    WHERE n.lender = s.lender AND n.account_id = s.account_id AND n.run_id = ? AND n.run_id <> s.run_id)
  AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.contact_id = c.contact_id)
ORDER BY c.contact_id LIMIT ?
