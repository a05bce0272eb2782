-- What R1 and R6 ask beside what a bureau was told and the standings, of the accounts of a scope in key order. Parameters of each: what stands
-- before the range, those of the scope, and what stands behind.
-- When each account became known, and the line that it is, in every form of its row. Behind the range: known by.
-- name: known
SELECT {scope.hint} x.account_id, x.known_at, x.kind, x.line_limit, x.repayment_frequency, x.opened_on
FROM accounts x {scope.join} WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}, x.revision
-- The agreements of two types, and every correction, since one may have been of these before. Behind the range: known by, the types.
-- name: agreements
SELECT {scope.hint} x.account_id, x.revision, x.agreement_id, x.type, x.agreed_on, x.effective_on, x.posted_at, x.schedule_version, x.amount
FROM agreements x {scope.join} WHERE {scope.within} AND x.known_at <= ? AND (x.type IN (?, ?) OR x.revision > 1)
ORDER BY {scope.order}, x.effective_on, x.posted_at, x.agreement_id, x.revision
-- The facts of a key, and every correction, since one may have been of that key before. Behind the range: known by, the key.
-- name: facts
SELECT {scope.hint} x.account_id, x.bureau, x.revision, x.fact_id, x.`key`, x.`value`, x.effective_on, x.posted_at
FROM bureau_facts x {scope.join} WHERE {scope.within} AND x.known_at <= ? AND (x.`key` = ? OR x.revision > 1)
ORDER BY {scope.order}, x.fact_id, x.revision
-- The runs that wrote the standings that count at a run; the last of an account's holds. Behind the range: that run.
-- name: written
SELECT {scope.hint} x.account_id, x.run_id FROM standing x {scope.join} WHERE {scope.within} AND x.run_id BETWEEN 1 AND ?
ORDER BY {scope.order}, x.run_id
-- Those that were replaced since, for a replay. Behind the range: the run that is told again.
-- name: replaced
SELECT {scope.hint} x.account_id, x.run_id FROM standing_history x {scope.join} WHERE {scope.within} AND x.run_id BETWEEN 1 AND ?
ORDER BY {scope.order}, x.run_id
-- The as-of date of each run whose standings may count. Parameters: lender, last run.
-- name: nights
SELECT run_id, as_of FROM runs WHERE lender = ? AND run_id BETWEEN 1 AND ?
-- Where a run assesses every account, it notes only those that are touched; what it tells is noted, too. Parameters: run, lender,
-- run, bureau.
-- name: note_told
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM furnished WHERE lender = ? AND run_id = ? AND bureau = ?
