-- What R1 and R6 ask beside what a bureau was told and the standings, of the accounts of a scope in key order. Parameters of each: what stands
-- before the range, those of the scope, and what stands behind.
-- When an account became known, when it was sold, and the newest furnish_block in force.
-- Before the range: [sold] known by, effective by, known by; those of the block. Behind it: known by.
-- name: ledger
SELECT {scope.hint} x.account_id, x.known_at,
       (SELECT MIN(a.effective_on) FROM agreements a
        WHERE a.lender = x.lender AND a.account_id = x.account_id AND a.type = 'TRANSFER' AND a.known_at <= ? AND a.effective_on <= ?
          AND NOT EXISTS (SELECT 1 FROM agreements n
                          WHERE n.agreement_id = a.agreement_id AND n.revision > a.revision AND n.known_at <= ?)) AS sold_on,
       (SELECT b.`value` {facts.block}) AS block
FROM accounts x {scope.join} WHERE {scope.within} AND x.revision = 1 AND x.known_at <= ?
ORDER BY {scope.order}
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
