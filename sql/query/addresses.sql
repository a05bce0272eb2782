-- Names and phones by id, of the newest form that is known now.
-- name: borrowers
SELECT b.borrower_id, b.full_name, b.phone
FROM borrowers b
WHERE b.borrower_id IN (:ids)
  AND NOT EXISTS (SELECT 1 FROM borrowers n WHERE n.borrower_id = b.borrower_id AND n.revision > b.revision)
ORDER BY b.borrower_id
-- name: contacts
SELECT c.contact_id, c.name, c.phone
FROM contacts c
WHERE c.lender = :lender AND c.contact_id IN (:ids)
  AND NOT EXISTS (SELECT 1 FROM contacts n WHERE n.contact_id = c.contact_id AND n.revision > c.revision)
ORDER BY c.contact_id
