-- The facts of the accounts of a scope in key order, as known at a cutoff; heard: since an earlier one. Parameters: earlier cutoff,
-- those of the scope, cutoff. In order of the account alone; an account's own rows are put in order by the assessment.
-- name: accounts
SELECT {scope.hint} x.account_id, x.revision, x.known_at > ? AS heard, x.product, x.opened_on, x.currency, x.principal, x.term_count,
       x.kind, x.repayment_frequency, x.line_limit
FROM accounts x {scope.join} WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- name: instalments
SELECT {scope.hint} x.account_id, x.revision, x.known_at > ? AS heard, x.schedule_version, x.`number`, x.due_on, x.principal,
       x.interest, x.fee, x.penalty
FROM instalments x {scope.join} WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- name: entries
SELECT {scope.hint} x.account_id, x.revision, x.known_at > ? AS heard, x.entry_id, x.type, x.value_on, x.posted_at, x.amount,
       x.reverses, x.principal, x.interest, x.fee, x.penalty, x.damages, x.paid_by
FROM entries x {scope.join} WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- name: agreements
SELECT {scope.hint} x.account_id, x.revision, x.known_at > ? AS heard, x.agreement_id, x.type, x.agreed_on, x.effective_on,
       x.posted_at, x.schedule_version, x.amount, x.until_on, x.agency, x.terms,
       x.evidence IS NOT NULL AS evidenced
FROM agreements x {scope.join} WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- name: statements
SELECT {scope.hint} x.account_id, x.revision, x.known_at > ? AS heard, x.statement_id, x.statement_on, x.due_on,
       x.minimum_principal, x.minimum_interest, x.minimum_fee, x.balance, x.past_due, x.posted_at
FROM statements x {scope.join} WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- The facts of a key, and every correction, since one may have been of that key before. Behind the cutoff: the key.
-- name: class_facts
SELECT {scope.hint} x.account_id, x.revision, x.known_at > ? AS heard, x.fact_id, x.`key`, x.`value`, x.effective_on, x.posted_at
FROM bureau_facts x {scope.join} WHERE {scope.within} AND x.known_at <= ? AND (x.`key` = ? OR x.revision > 1)
ORDER BY {scope.order}
-- What holds from bureaus, of the accounts that are known by then, though the reject may have come before them. Parameters: after, up to, cutoff,
-- cutoff, lender, cutoff.
-- name: rejects
SELECT r.account_id, r.import_id, r.feed, r.line, r.row_key
FROM rejects r
WHERE r.account_id > ? AND r.account_id <= ? AND r.opened_at <= ? AND (r.closed_at IS NULL OR r.closed_at > ?)
  AND r.held_from = 'EVERYTHING' AND EXISTS (SELECT 1 FROM accounts a WHERE a.lender = ? AND a.account_id = r.account_id AND a.known_at <= ?)
ORDER BY r.account_id, r.import_id, r.feed, r.line
-- name: count_accounts
SELECT COUNT(*) FROM accounts WHERE lender = ? AND known_at <= ?
-- name: nth_account
SELECT account_id FROM accounts WHERE lender = ? AND known_at <= ? ORDER BY lender, account_id LIMIT 1 OFFSET ?
-- name: lender_of
SELECT lender FROM accounts WHERE account_id = ? ORDER BY revision LIMIT 1
