-- What became known since a night that withholds its lines (L2), by ids: account, borrower, contact, channel, from, to, known. Each:
-- lender, cutoff; of what was paid also the types of entries, with a space around each.
-- name: paid
SELECT DISTINCT e.account_id, NULL, NULL, NULL, NULL, NULL, e.known_at
FROM entries e
WHERE e.lender = ? AND e.known_at > ? AND {case.paid}
ORDER BY e.account_id, e.known_at
-- Whoever pays one account can be reached, so no contact of his others is asked for him (L17).
-- name: paid_elsewhere
SELECT /*+ JOIN_ORDER(e, a, b, d, o, c) */ DISTINCT o.account_id, NULL, c.contact_id, NULL, NULL, NULL, e.known_at
FROM entries e
JOIN accounts a ON a.lender = e.lender AND a.account_id = e.account_id
JOIN borrowers b ON b.borrower_id = a.borrower_id
JOIN borrowers d ON d.id_type = b.id_type AND d.id_number = b.id_number
JOIN accounts o ON o.borrower_id = d.borrower_id AND o.lender = e.lender AND o.account_id <> e.account_id
JOIN contacts c ON c.lender = o.lender AND c.account_id = o.account_id
WHERE e.lender = ? AND e.known_at > ? AND {case.paid}
ORDER BY o.account_id, c.contact_id, e.known_at
-- A number that is new: of a contact, at whom nobody is asked before a night knew whose it is and who objected there; of the debtor, who
-- can be reached by it, so that no contact of his accounts is asked for him (L17).
-- name: new_number
SELECT DISTINCT n.account_id, NULL, n.contact_id, NULL, NULL, NULL, n.known_at
FROM contacts n JOIN contacts f ON f.lender = n.lender AND f.account_id = n.account_id AND f.contact_id = n.contact_id
                                AND f.revision = n.revision - 1
WHERE n.lender = ? AND n.known_at > ? AND n.phone_digits IS NOT NULL AND (f.phone_digits IS NULL OR f.phone_digits <> n.phone_digits)
ORDER BY n.account_id, n.contact_id, n.known_at
-- name: new_number_of_debtor
SELECT /*+ JOIN_ORDER(n, f, d, o, c) */ DISTINCT o.account_id, NULL, c.contact_id, NULL, NULL, NULL, n.known_at
FROM borrowers n
JOIN borrowers f ON f.borrower_id = n.borrower_id AND f.revision = n.revision - 1
JOIN borrowers d ON d.id_type = n.id_type AND d.id_number = n.id_number
JOIN accounts o ON o.borrower_id = d.borrower_id
JOIN contacts c ON c.lender = o.lender AND c.account_id = o.account_id
WHERE o.lender = ? AND n.known_at > ? AND n.phone_digits IS NOT NULL AND (f.phone_digits IS NULL OR f.phone_digits <> n.phone_digits)
ORDER BY o.account_id, c.contact_id, n.known_at
-- name: disputed
SELECT d.account_id, NULL, NULL, NULL, d.opened_on, d.resolved_on, d.known_at
FROM disputes d
WHERE d.lender = ? AND d.known_at > ?
  AND NOT EXISTS (SELECT 1 FROM disputes n WHERE n.dispute_id = d.dispute_id AND n.revision > d.revision)
ORDER BY d.account_id, d.dispute_id
-- Under every id that the person has (L5). Behind those of all: the person that the stop names.
-- name: stopped
SELECT DISTINCT t.account_id AS of_account, COALESCE(p.borrower_id, t.borrower_id) AS person, t.contact_id, t.channel, t.from_on, t.to_on,
       t.known_at, b.id_type, b.id_number, t.stop_id
FROM stops t
LEFT JOIN borrowers b ON b.borrower_id = t.borrower_id
LEFT JOIN borrowers p ON p.id_type = b.id_type AND p.id_number = b.id_number
WHERE (t.lender = ? OR t.lender = '') AND t.known_at > ?
  AND NOT EXISTS (SELECT 1 FROM stops n WHERE n.stop_id = t.stop_id AND n.revision > t.revision)
ORDER BY of_account, t.stop_id, person
-- name: erased
SELECT DISTINCT c.account_id, NULL, c.contact_id, NULL, NULL, NULL, c.known_at
FROM contacts c
WHERE c.lender = ? AND c.known_at > ? AND c.erased_at IS NOT NULL
ORDER BY c.account_id, c.contact_id, c.known_at
-- Numbers of contacts, of all that there ever were: which are those of an erased one its digest alone says. Parameter: lender.
-- name: numbers
SELECT account_id, contact_id, phone_digits FROM contacts WHERE lender = ? AND phone_digits IS NOT NULL ORDER BY account_id
-- name: opted_out
SELECT DISTINCT c.account_id, NULL, c.contact_id, NULL, NULL, NULL, c.known_at
FROM contacts c
WHERE c.lender = ? AND c.known_at > ? AND c.opted_out_at IS NOT NULL
ORDER BY c.account_id, c.contact_id, c.known_at
-- The same number on whatever account (L10).
-- name: opted_out_number
SELECT DISTINCT o.account_id, NULL, o.contact_id, NULL, NULL, NULL, c.known_at
FROM contacts c JOIN contacts o ON o.phone_digits = c.phone_digits AND o.lender = c.lender
WHERE c.lender = ? AND c.known_at > ? AND c.opted_out_at IS NOT NULL
ORDER BY o.account_id, o.contact_id, c.known_at
-- Attempts that became known later than a month after they were made are left to the next night. Behind those of all: the cutoff less a
-- month, a word of the outcome. The outcome stands behind the others.
-- part: outcome
t.lender = ? AND t.known_at > ? AND t.attempted_at > ? AND {objections.with_word}
-- name: refused
SELECT DISTINCT t.account_id, NULL, t.contact_id, NULL, NULL, NULL, t.known_at, t.outcome
FROM contact_attempts t
WHERE {outcome}
ORDER BY t.account_id, t.contact_id, t.known_at
-- name: refused_number
SELECT DISTINCT o.account_id, NULL, o.contact_id, NULL, NULL, NULL, t.known_at, t.outcome
FROM contact_attempts t
LEFT JOIN contacts c ON c.lender = t.lender AND c.account_id = t.account_id AND c.contact_id = t.contact_id
JOIN contacts o ON o.lender = t.lender AND o.phone_digits = COALESCE(t.handle, c.phone_digits)
WHERE {outcome}
ORDER BY o.account_id, o.contact_id, t.known_at
-- Rows that were rejected and may be any of these (L3).
-- name: rejected
SELECT DISTINCT r.account_id, NULL, NULL, NULL, NULL, NULL, r.opened_at
FROM rejects r
WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.lender = ? AND a.account_id = r.account_id) AND r.opened_at > ? AND r.state = 'OPEN'
ORDER BY r.account_id, r.opened_at
-- Those that name no account that is known hold all of the person's, owed or answered for, and the contact's.
-- part: of_no_account
x.lender = ? AND r.opened_at > ? AND r.state = 'OPEN' AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = r.account_id)
-- part: of_person
FROM rejects r
JOIN borrowers b ON b.borrower_id = r.borrower_id
JOIN borrowers d ON d.id_type = b.id_type AND d.id_number = b.id_number
-- name: rejected_person
SELECT /*+ JOIN_ORDER(r, b, d, x) */ DISTINCT x.account_id AS of_account, NULL, NULL, NULL, NULL, NULL, r.opened_at
{of_person} JOIN accounts x ON x.borrower_id = d.borrower_id
WHERE {of_no_account}
ORDER BY of_account, r.opened_at
-- name: rejected_party
SELECT /*+ JOIN_ORDER(r, b, d, x) */ DISTINCT x.account_id AS of_account, NULL, NULL, NULL, NULL, NULL, r.opened_at
{of_person} JOIN parties x ON x.borrower_id = d.borrower_id
WHERE {of_no_account}
ORDER BY of_account, r.opened_at
-- name: rejected_contact
SELECT /*+ JOIN_ORDER(r, x) */ DISTINCT x.account_id AS of_account, NULL, NULL, NULL, NULL, NULL, r.opened_at
FROM rejects r JOIN contacts x ON x.contact_id = r.contact_id
WHERE {of_no_account}
ORDER BY of_account, r.opened_at
