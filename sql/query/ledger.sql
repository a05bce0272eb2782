-- The facts of one range of accounts in key order, as known at a cutoff; heard: since an earlier one. Parameters: earlier
-- cutoff, lender, after, up to, cutoff.
-- name: accounts
SELECT account_id, revision, known_at > ? AS heard, product, opened_on, currency, principal, term_count
FROM accounts
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, revision
-- name: instalments
SELECT account_id, revision, known_at > ? AS heard, schedule_version, `number`, due_on, principal, interest, fee, penalty
FROM instalments
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, schedule_version, `number`, revision
-- name: entries
SELECT account_id, revision, known_at > ? AS heard, entry_id, type, value_on, posted_at, amount, reverses, principal, interest, fee, penalty, paid_by
FROM entries
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, value_on, posted_at, entry_id, revision
-- name: agreements
SELECT account_id, revision, known_at > ? AS heard, agreement_id, type, agreed_on, effective_on, posted_at, schedule_version
FROM agreements
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ?
ORDER BY lender, account_id, effective_on, posted_at, agreement_id, revision
-- name: class_facts
SELECT account_id, revision, known_at > ? AS heard, fact_id, `value`, effective_on, posted_at
FROM bureau_facts
WHERE lender = ? AND account_id > ? AND account_id <= ? AND known_at <= ? AND `key` = 'five_class'
ORDER BY lender, account_id, fact_id, revision
-- The same of the accounts that one night assesses (night_accounts), whatever stands between them. Parameters: earlier
-- cutoff, run, lender, after, up to, cutoff. In order of the account alone: that is the order of the first table, so that nothing is sorted; an
-- account's own rows are put in order by the assessment.
-- name: accounts_touched
SELECT /*+ JOIN_ORDER(n, a) */ a.account_id, a.revision, a.known_at > ? AS heard, a.product, a.opened_on, a.currency, a.principal, a.term_count
FROM night_accounts n JOIN accounts a ON a.account_id = n.account_id
WHERE n.run_id = ? AND a.lender = ? AND n.account_id > ? AND n.account_id <= ? AND a.known_at <= ?
ORDER BY n.account_id
-- name: instalments_touched
SELECT /*+ JOIN_ORDER(n, i) */ i.account_id, i.revision, i.known_at > ? AS heard, i.schedule_version, i.`number`, i.due_on, i.principal, i.interest, i.fee, i.penalty
FROM night_accounts n JOIN instalments i ON i.account_id = n.account_id
WHERE n.run_id = ? AND i.lender = ? AND n.account_id > ? AND n.account_id <= ? AND i.known_at <= ?
ORDER BY n.account_id
-- name: entries_touched
SELECT /*+ JOIN_ORDER(n, e) */ e.account_id, e.revision, e.known_at > ? AS heard, e.entry_id, e.type, e.value_on, e.posted_at, e.amount, e.reverses, e.principal, e.interest,
       e.fee, e.penalty, e.paid_by
FROM night_accounts n JOIN entries e ON e.account_id = n.account_id
WHERE n.run_id = ? AND e.lender = ? AND n.account_id > ? AND n.account_id <= ? AND e.known_at <= ?
ORDER BY n.account_id
-- name: agreements_touched
SELECT /*+ JOIN_ORDER(n, g) */ g.account_id, g.revision, g.known_at > ? AS heard, g.agreement_id, g.type, g.agreed_on, g.effective_on, g.posted_at, g.schedule_version
FROM night_accounts n JOIN agreements g ON g.account_id = n.account_id
WHERE n.run_id = ? AND g.lender = ? AND n.account_id > ? AND n.account_id <= ? AND g.known_at <= ?
ORDER BY n.account_id
-- name: class_facts_touched
SELECT /*+ JOIN_ORDER(n, f) */ f.account_id, f.revision, f.known_at > ? AS heard, f.fact_id, f.`value`, f.effective_on, f.posted_at
FROM night_accounts n JOIN bureau_facts f ON f.account_id = n.account_id
WHERE n.run_id = ? AND f.lender = ? AND n.account_id > ? AND n.account_id <= ? AND f.known_at <= ? AND f.`key` = 'five_class'
ORDER BY n.account_id
-- The same of the accounts of which people accepted an entry of a review: few, so they come first. Parameters: earlier cutoff,
-- lender, after, up to, cutoff.
-- name: accounts_accepted
SELECT a.account_id, a.revision, a.known_at > ? AS heard, a.product, a.opened_on, a.currency, a.principal, a.term_count
FROM (SELECT DISTINCT lender, account_id FROM accepted_review WHERE lender = ? AND account_id > ? AND account_id <= ?) r
  JOIN accounts a ON a.lender = r.lender AND a.account_id = r.account_id
WHERE a.known_at <= ?
ORDER BY a.account_id, a.revision
-- name: instalments_accepted
SELECT i.account_id, i.revision, i.known_at > ? AS heard, i.schedule_version, i.`number`, i.due_on, i.principal, i.interest, i.fee, i.penalty
FROM (SELECT DISTINCT lender, account_id FROM accepted_review WHERE lender = ? AND account_id > ? AND account_id <= ?) r
  JOIN instalments i ON i.lender = r.lender AND i.account_id = r.account_id
WHERE i.known_at <= ?
ORDER BY i.account_id, i.schedule_version, i.`number`, i.revision
-- name: entries_accepted
SELECT e.account_id, e.revision, e.known_at > ? AS heard, e.entry_id, e.type, e.value_on, e.posted_at, e.amount, e.reverses, e.principal, e.interest, e.fee, e.penalty, e.paid_by
FROM (SELECT DISTINCT lender, account_id FROM accepted_review WHERE lender = ? AND account_id > ? AND account_id <= ?) r
  JOIN entries e ON e.lender = r.lender AND e.account_id = r.account_id
WHERE e.known_at <= ?
ORDER BY e.account_id, e.value_on, e.posted_at, e.entry_id, e.revision
-- name: agreements_accepted
SELECT g.account_id, g.revision, g.known_at > ? AS heard, g.agreement_id, g.type, g.agreed_on, g.effective_on, g.posted_at, g.schedule_version
FROM (SELECT DISTINCT lender, account_id FROM accepted_review WHERE lender = ? AND account_id > ? AND account_id <= ?) r
  JOIN agreements g ON g.lender = r.lender AND g.account_id = r.account_id
WHERE g.known_at <= ?
ORDER BY g.account_id, g.effective_on, g.posted_at, g.agreement_id, g.revision
-- name: class_facts_accepted
SELECT f.account_id, f.revision, f.known_at > ? AS heard, f.fact_id, f.`value`, f.effective_on, f.posted_at
FROM (SELECT DISTINCT lender, account_id FROM accepted_review WHERE lender = ? AND account_id > ? AND account_id <= ?) r
  JOIN bureau_facts f ON f.lender = r.lender AND f.account_id = r.account_id
WHERE f.known_at <= ? AND f.`key` = 'five_class'
ORDER BY f.account_id, f.fact_id, f.revision
-- Of the accounts that are known by then, though the reject may have come before them. Parameters: after, up to, cutoff,
-- cutoff, lender, cutoff.
-- name: rejects
SELECT r.account_id, r.import_id, r.feed, r.line, r.row_key
FROM rejects r
WHERE r.account_id > ? AND r.account_id <= ? AND r.opened_at <= ? AND (r.closed_at IS NULL OR r.closed_at > ?)
  AND EXISTS (SELECT 1 FROM accounts a WHERE a.lender = ? AND a.account_id = r.account_id AND a.known_at <= ?)
ORDER BY r.account_id, r.import_id, r.feed, r.line
-- name: count_accounts
SELECT COUNT(*) FROM accounts WHERE lender = ? AND known_at <= ?
-- name: nth_account
SELECT account_id FROM accounts WHERE lender = ? AND known_at <= ? ORDER BY lender, account_id LIMIT 1 OFFSET ?
-- name: lender_of
SELECT lender FROM accounts WHERE account_id = ? ORDER BY revision LIMIT 1
