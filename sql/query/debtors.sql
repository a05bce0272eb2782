-- Who owes an account or answers for it, by (id_type, id_number), as known at a cutoff.
-- name: of
SELECT a.account_id, b.id_type, b.id_number
FROM accounts a JOIN borrowers b ON b.borrower_id = a.borrower_id
WHERE a.account_id IN (:accounts) AND a.known_at <= :cutoff AND b.known_at <= :cutoff
UNION
SELECT p.account_id, b.id_type, b.id_number
FROM parties p JOIN borrowers b ON b.borrower_id = p.borrower_id
WHERE p.lender = :lender AND p.account_id IN (:accounts) AND p.known_at <= :cutoff AND b.known_at <= :cutoff
