-- What a bureau's records are made of, beyond the ledger, of the accounts of a scope in key order, as known at a cutoff.
-- Parameters of each: those of the scope, and what stands behind.
-- name: terms
SELECT {scope.hint} x.account_id, x.revision, b.revision, x.known_at, x.opened_on, x.matures_on, x.principal, x.term_count, x.repayment_frequency,
       x.repayment_method, x.line_id, b.borrower_id, b.full_name, b.id_type, b.id_number, b.birth_date, b.phone, b.address_line1, b.address_line2,
       b.city, b.region, b.postal_code, b.country, x.kind, l.kind, l.known_at
FROM accounts x {scope.join} JOIN borrowers b ON b.borrower_id = x.borrower_id
LEFT JOIN accounts l ON l.lender = x.lender AND l.account_id = x.line_id
      AND l.revision = (SELECT MIN(m.revision) FROM accounts m
                        WHERE m.lender = x.lender AND m.account_id = x.line_id AND m.borrower_id = x.borrower_id)
WHERE {scope.within} AND x.known_at <= ? AND b.known_at <= ?
ORDER BY {scope.order}
-- The lender's accounts with lower ids that have, or once had, the same borrower, in all their forms.
-- name: earlier
SELECT /*+ JOIN_ORDER({scope.first}, o, c) INDEX(x PRIMARY) INDEX(o accounts_borrower) INDEX(c PRIMARY) */
       x.account_id, c.account_id, c.revision, c.borrower_id, c.product, c.kind
FROM accounts x {scope.join}
JOIN accounts o ON o.borrower_id = x.borrower_id AND o.lender = x.lender AND o.account_id < x.account_id
JOIN accounts c ON c.lender = o.lender AND c.account_id = o.account_id
WHERE {scope.within} AND x.known_at <= ? AND c.known_at <= ?
ORDER BY {scope.order}
-- A corrected account may have had another borrower; what is not of the newest one is left out by who reads.
-- name: consents
SELECT {scope.hint} x.account_id, x.borrower_id, c.revision, c.given_at, c.form_version, c.withdrawn_at, c.bureau
FROM accounts x {scope.join} JOIN consents c ON c.borrower_id = x.borrower_id
WHERE {scope.within} AND x.known_at <= ? AND c.bureau IN (?, '*') AND c.known_at <= ?
ORDER BY {scope.order}
-- name: notices
SELECT {scope.hint} x.account_id, x.revision, x.notice_id, x.kind, x.channel, x.sent_at, x.delivered_at, x.evidence
FROM notices x {scope.join}
WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- name: disputes
SELECT {scope.hint} x.account_id, x.revision, x.dispute_id, x.opened_on, x.resolved_on
FROM disputes x {scope.join}
WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- name: parties
SELECT {scope.hint} x.account_id, x.revision, b.revision, x.party_id, x.role, x.amount, x.from_on, x.to_on,
       b.borrower_id, b.full_name, b.id_type, b.id_number, b.birth_date, b.phone, b.address_line1, b.address_line2,
       b.city, b.region, b.postal_code, b.country
FROM parties x {scope.join} JOIN borrowers b ON b.borrower_id = x.borrower_id
WHERE {scope.within} AND x.known_at <= ? AND b.known_at <= ?
ORDER BY {scope.order}
-- The facts for a bureau, and every correction, since one may have been for that bureau before.
-- name: account_facts
SELECT {scope.hint} x.account_id, x.bureau, x.revision, x.fact_id, x.`key`, x.`value`, x.effective_on, x.posted_at
FROM bureau_facts x {scope.join}
WHERE {scope.within} AND x.known_at <= ? AND (x.bureau = ? OR x.revision > 1)
ORDER BY {scope.order}
-- name: person_facts
SELECT {scope.hint} x.account_id, x.borrower_id, f.bureau, f.revision, f.fact_id, f.`key`, f.`value`, f.effective_on, f.posted_at
FROM accounts x {scope.join} JOIN bureau_facts f ON f.borrower_id = x.borrower_id
WHERE {scope.within} AND x.known_at <= ? AND f.account_id = '' AND f.known_at <= ? AND (f.bureau = ? OR f.revision > 1)
ORDER BY {scope.order}
-- part: reported
       x.subject, x.act, x.moment, x.speaks_of, x.is_negative, x.is_last, x.overdue
FROM furnished x {scope.join}
WHERE {scope.within} AND x.bureau = ? AND x.environment = ? AND (x.run_id BETWEEN 0 AND ? OR x.run_id = ?)
ORDER BY {scope.order}
-- name: furnished
SELECT {scope.hint} x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.reported_on, x.digest, x.facts, {reported}
-- The same without what they said.
-- name: meanings
SELECT {scope.hint} x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.reported_on, NULL, NULL, {reported}
-- name: answers
SELECT {scope.hint} x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.code, x.tag, x.answered_at, x.reason
FROM refusal x {scope.join}
WHERE {scope.within} AND x.bureau = ? AND x.environment = ? AND x.answered_at <= ?
ORDER BY {scope.order}
-- name: words
SELECT {scope.hint} x.account_id, x.run_id, x.kind, x.part, x.ordinal, x.word, x.said_at
FROM record_word x {scope.join}
WHERE {scope.within} AND x.bureau = ? AND x.environment = ? AND x.said_at <= ?
ORDER BY {scope.order}
-- name: since
SELECT account_id, since FROM night_accounts
WHERE run_id = ? AND account_id > ? AND account_id <= ? AND since < '9999-12-31'
ORDER BY account_id
-- name: insert_furnished
INSERT INTO furnished ({files.record})
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_pending
INSERT INTO pending (lender, run_id, account_id, bureau, since) VALUES (?, ?, ?, ?, ?)
