-- What a bureau's records are made of, beyond the ledger, of one range of accounts in key order, as known at a cutoff; and the
-- same of the accounts that one night looks at (night_accounts, whatever stands between them).
-- Parameters of each: what stands before the range, [run,] lender, after, up to, and what stands behind.
-- Before the range: cutoff, the products told, with a space around each, and cutoff again. Behind it: cutoff, cutoff.
-- A corrected account may have had another borrower or product: only its newest form counts.
-- name: terms
SELECT a.account_id, a.revision, b.revision, a.known_at, a.opened_on, a.matures_on, a.principal, a.term_count, a.repayment_frequency,
       a.repayment_method, b.borrower_id, b.full_name, b.id_type, b.id_number, b.birth_date, b.phone, b.address_line1, b.address_line2,
       b.city, b.region, b.postal_code, b.country,
       NOT EXISTS (SELECT 1 FROM accounts o
                   WHERE o.borrower_id = a.borrower_id AND o.lender = a.lender AND o.account_id < a.account_id
                     AND o.known_at <= ? AND LOCATE(CONCAT(' ', o.product, ' '), ?) > 0
                     AND NOT EXISTS (SELECT 1 FROM accounts c
                                     WHERE c.lender = o.lender AND c.account_id = o.account_id AND c.revision > o.revision
                                       AND c.known_at <= ?)) AS first_of_person
FROM accounts a JOIN borrowers b ON b.borrower_id = a.borrower_id
WHERE a.lender = ? AND a.account_id > ? AND a.account_id <= ? AND a.known_at <= ? AND b.known_at <= ?
ORDER BY a.lender, a.account_id
-- name: terms_touched
SELECT /*+ JOIN_ORDER(n, a) */ a.account_id, a.revision, b.revision, a.known_at, a.opened_on, a.matures_on, a.principal, a.term_count, a.repayment_frequency,
       a.repayment_method, b.borrower_id, b.full_name, b.id_type, b.id_number, b.birth_date, b.phone, b.address_line1, b.address_line2,
       b.city, b.region, b.postal_code, b.country,
       NOT EXISTS (SELECT 1 FROM accounts o
                   WHERE o.borrower_id = a.borrower_id AND o.lender = a.lender AND o.account_id < a.account_id
                     AND o.known_at <= ? AND LOCATE(CONCAT(' ', o.product, ' '), ?) > 0
                     AND NOT EXISTS (SELECT 1 FROM accounts c
                                     WHERE c.lender = o.lender AND c.account_id = o.account_id AND c.revision > o.revision
                                       AND c.known_at <= ?)) AS first_of_person
FROM night_accounts n JOIN accounts a ON a.account_id = n.account_id JOIN borrowers b ON b.borrower_id = a.borrower_id
WHERE n.run_id = ? AND a.lender = ? AND n.account_id > ? AND n.account_id <= ? AND a.known_at <= ? AND b.known_at <= ?
ORDER BY n.account_id
-- A corrected account may have had another borrower; what is not of the newest one is left out by who reads.
-- name: consents
SELECT a.account_id, a.borrower_id, c.revision, c.given_at, c.form_version, c.withdrawn_at
FROM accounts a JOIN consents c ON c.borrower_id = a.borrower_id
WHERE a.lender = ? AND a.account_id > ? AND a.account_id <= ? AND a.known_at <= ? AND c.bureau = ? AND c.known_at <= ?
ORDER BY a.lender, a.account_id
-- name: consents_touched
SELECT /*+ JOIN_ORDER(n, a) */ a.account_id, a.borrower_id, c.revision, c.given_at, c.form_version, c.withdrawn_at
FROM night_accounts n JOIN accounts a ON a.account_id = n.account_id JOIN consents c ON c.borrower_id = a.borrower_id
WHERE n.run_id = ? AND a.lender = ? AND n.account_id > ? AND n.account_id <= ? AND a.known_at <= ? AND c.bureau = ? AND c.known_at <= ?
ORDER BY n.account_id
-- name: notices
SELECT x.account_id, x.revision, x.notice_id, x.kind, x.channel, x.sent_at, x.delivered_at, x.evidence
FROM notices x
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.known_at <= ?
ORDER BY x.lender, x.account_id
-- name: notices_touched
SELECT /*+ JOIN_ORDER(n, x) */ x.account_id, x.revision, x.notice_id, x.kind, x.channel, x.sent_at, x.delivered_at, x.evidence
FROM night_accounts n JOIN notices x ON x.account_id = n.account_id
WHERE n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ? AND x.known_at <= ?
ORDER BY n.account_id
-- name: disputes
SELECT x.account_id, x.revision, x.dispute_id, x.opened_on, x.resolved_on
FROM disputes x
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.known_at <= ?
ORDER BY x.lender, x.account_id
-- name: disputes_touched
SELECT /*+ JOIN_ORDER(n, x) */ x.account_id, x.revision, x.dispute_id, x.opened_on, x.resolved_on
FROM night_accounts n JOIN disputes x ON x.account_id = n.account_id
WHERE n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ? AND x.known_at <= ?
ORDER BY n.account_id
-- name: parties
SELECT x.account_id, x.revision, b.revision, x.party_id, x.role, x.amount, x.from_on, x.to_on,
       b.borrower_id, b.full_name, b.id_type, b.id_number, b.birth_date, b.phone, b.address_line1, b.address_line2,
       b.city, b.region, b.postal_code, b.country
FROM parties x JOIN borrowers b ON b.borrower_id = x.borrower_id
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.known_at <= ? AND b.known_at <= ?
ORDER BY x.lender, x.account_id
-- name: parties_touched
SELECT /*+ JOIN_ORDER(n, x) */ x.account_id, x.revision, b.revision, x.party_id, x.role, x.amount, x.from_on, x.to_on,
       b.borrower_id, b.full_name, b.id_type, b.id_number, b.birth_date, b.phone, b.address_line1, b.address_line2,
       b.city, b.region, b.postal_code, b.country
FROM night_accounts n JOIN parties x ON x.account_id = n.account_id JOIN borrowers b ON b.borrower_id = x.borrower_id
WHERE n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ? AND x.known_at <= ? AND b.known_at <= ?
ORDER BY n.account_id
-- name: account_facts
SELECT x.account_id, x.revision, x.fact_id, x.`key`, x.`value`, x.effective_on, x.posted_at
FROM bureau_facts x
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.bureau = ? AND x.known_at <= ?
ORDER BY x.lender, x.account_id
-- name: account_facts_touched
SELECT /*+ JOIN_ORDER(n, x) */ x.account_id, x.revision, x.fact_id, x.`key`, x.`value`, x.effective_on, x.posted_at
FROM night_accounts n JOIN bureau_facts x ON x.account_id = n.account_id
WHERE n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ? AND x.bureau = ? AND x.known_at <= ?
ORDER BY n.account_id
-- name: person_facts
SELECT a.account_id, a.borrower_id, f.revision, f.fact_id, f.`key`, f.`value`, f.effective_on, f.posted_at
FROM accounts a JOIN bureau_facts f ON f.borrower_id = a.borrower_id
WHERE a.lender = ? AND a.account_id > ? AND a.account_id <= ? AND a.known_at <= ? AND f.account_id = '' AND f.bureau = ? AND f.known_at <= ?
ORDER BY a.lender, a.account_id
-- name: person_facts_touched
SELECT /*+ JOIN_ORDER(n, a) */ a.account_id, a.borrower_id, f.revision, f.fact_id, f.`key`, f.`value`, f.effective_on, f.posted_at
FROM night_accounts n JOIN accounts a ON a.account_id = n.account_id JOIN bureau_facts f ON f.borrower_id = a.borrower_id
WHERE n.run_id = ? AND a.lender = ? AND n.account_id > ? AND n.account_id <= ? AND a.known_at <= ? AND f.account_id = '' AND f.bureau = ? AND f.known_at <= ?
ORDER BY n.account_id
-- name: furnished
SELECT x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.reported_on, x.digest, x.facts,
       x.subject, x.act, x.moment, x.speaks_of, x.is_negative, x.is_last, x.overdue
FROM furnished x
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.bureau = ? AND x.environment = ?
  AND (x.run_id BETWEEN 0 AND ? OR x.run_id = ?)
ORDER BY x.lender, x.account_id
-- name: furnished_touched
SELECT /*+ JOIN_ORDER(n, x) */ x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.reported_on, x.digest, x.facts,
       x.subject, x.act, x.moment, x.speaks_of, x.is_negative, x.is_last, x.overdue
FROM night_accounts n JOIN furnished x ON x.account_id = n.account_id
WHERE n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ? AND x.bureau = ? AND x.environment = ?
  AND (x.run_id BETWEEN 0 AND ? OR x.run_id = ?)
ORDER BY n.account_id
-- The same without what they said.
-- name: meanings
SELECT x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.reported_on, NULL, NULL,
       x.subject, x.act, x.moment, x.speaks_of, x.is_negative, x.is_last, x.overdue
FROM furnished x
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.bureau = ? AND x.environment = ?
  AND (x.run_id BETWEEN 0 AND ? OR x.run_id = ?)
ORDER BY x.lender, x.account_id
-- name: answers
SELECT x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.tag, x.answered_at, x.reason
FROM refusal x
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.bureau = ? AND x.environment = ? AND x.answered_at <= ?
ORDER BY x.lender, x.account_id
-- name: answers_touched
SELECT /*+ JOIN_ORDER(n, x) */ x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.tag, x.answered_at, x.reason
FROM night_accounts n JOIN refusal x ON x.account_id = n.account_id
WHERE n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ? AND x.bureau = ? AND x.environment = ? AND x.answered_at <= ?
ORDER BY n.account_id
-- name: words
SELECT x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.word, x.said_at
FROM record_word x
WHERE x.lender = ? AND x.account_id > ? AND x.account_id <= ? AND x.bureau = ? AND x.environment = ? AND x.said_at <= ?
ORDER BY x.lender, x.account_id
-- name: words_touched
SELECT /*+ JOIN_ORDER(n, x) */ x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.word, x.said_at
FROM night_accounts n JOIN record_word x ON x.account_id = n.account_id
WHERE n.run_id = ? AND x.lender = ? AND n.account_id > ? AND n.account_id <= ? AND x.bureau = ? AND x.environment = ? AND x.said_at <= ?
ORDER BY n.account_id
-- name: since
SELECT account_id, since FROM night_accounts
WHERE run_id = ? AND account_id > ? AND account_id <= ? AND since < '9999-12-31'
ORDER BY account_id
-- name: insert_furnished
INSERT INTO furnished (lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts,
  subject, act, moment, speaks_of, is_negative, is_last, overdue)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_pending
INSERT INTO pending (lender, run_id, account_id, bureau, since) VALUES (?, ?, ?, ?, ?)
