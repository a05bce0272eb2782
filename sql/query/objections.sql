-- Who does not want to be asked where a debtor is (L10).
-- name: check
SELECT check_value FROM objection_key
-- name: keep_check
INSERT IGNORE INTO objection_key (one, check_value) VALUES (1, ?)
-- name: add
INSERT IGNORE INTO objections (lender, digest, known_at, said_by) VALUES (?, ?, ?, ?)
-- name: find
SELECT digest, said_by FROM objections WHERE lender = :lender AND digest IN (:digests) AND known_at <= :cutoff
-- Of what became known after a cutoff: who said it is erased, or whom the attempt went to that says it, and no table has the number.
-- part: of_erased
o.lender = :lender AND o.known_at > :cutoff
  AND (EXISTS (SELECT 1 FROM erasures e WHERE e.contact_id = o.said_by)
       OR EXISTS (SELECT /*+ JOIN_ORDER(t, e) */ 1 FROM contact_attempts t JOIN erasures e ON e.contact_id = t.contact_id
                  WHERE t.attempt_id = o.said_by))
-- name: any_of_erased
SELECT o.digest FROM objections o WHERE {of_erased} LIMIT 1
-- name: find_of_erased
SELECT o.digest, o.known_at FROM objections o WHERE o.digest IN (:digests) AND {of_erased}
-- name: numbers
SELECT DISTINCT contact_id, phone_digits FROM contacts WHERE contact_id IN (:ids) AND phone_digits IS NOT NULL
-- Every number that a contact was ever called at or told to be left alone at.
-- name: all_numbers
SELECT contact_id, phone_digits FROM contacts WHERE contact_id IN (:ids) AND phone_digits IS NOT NULL
UNION
SELECT contact_id, handle FROM contact_attempts WHERE contact_id IN (:ids) AND handle IS NOT NULL
UNION
SELECT contact_id, handle FROM stops WHERE contact_id IN (:ids) AND handle IS NOT NULL
-- An attempt at a contact whose outcome has a word in it: what it means is for the reader to say. Parameter: the word, in capitals.
-- part: with_word
t.contact_id IS NOT NULL AND LOCATE(?, UPPER(t.outcome)) > 0
-- What was said before objections had a table: lender, who said it, contact, number, since when, the outcome of an attempt. Parameters: a
-- word of its outcome, twice.
-- name: said_before
SELECT lender, contact_id AS said_by, contact_id, phone_digits, known_at, NULL FROM contacts WHERE opted_out_at IS NOT NULL
UNION ALL
SELECT t.lender, t.attempt_id, t.contact_id, t.handle, t.known_at, t.outcome FROM contact_attempts t
WHERE {with_word}
UNION ALL
SELECT t.lender, t.attempt_id, t.contact_id, c.phone_digits, t.known_at, t.outcome
FROM contact_attempts t JOIN contacts c ON c.lender = t.lender AND c.account_id = t.account_id AND c.contact_id = t.contact_id
WHERE {with_word} AND c.phone_digits IS NOT NULL
UNION ALL
SELECT c.lender, c.contact_id, c.contact_id, c.phone_digits, c.known_at, NULL FROM contacts c WHERE c.erased_at IS NOT NULL
ORDER BY known_at, said_by
