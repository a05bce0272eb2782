-- What R6 asks beside what a bureau was told and the standings, in key order: of all accounts, or of those of one night
-- (night_accounts). Parameters of each: what stands before the range, [run,] lender, after, up to, and what stands behind.
-- When an account became known, when it was sold, and the newest furnish_block in force.
-- Before the range: [sold] known by, effective by, known by; [block] bureau, known by, day, known by. Behind it: known by.
-- name: ledger
SELECT k.account_id, k.known_at,
       (SELECT MIN(a.effective_on) FROM agreements a
        WHERE a.lender = k.lender AND a.account_id = k.account_id AND a.type = 'TRANSFER' AND a.known_at <= ? AND a.effective_on <= ?
          AND NOT EXISTS (SELECT 1 FROM agreements n
                          WHERE n.agreement_id = a.agreement_id AND n.revision > a.revision AND n.known_at <= ?)) AS sold_on,
       (SELECT b.`value` FROM bureau_facts b
        WHERE b.lender = k.lender AND b.account_id = k.account_id AND b.bureau = ? AND b.`key` = 'furnish_block' AND b.known_at <= ?
          AND b.effective_on <= ?
          AND NOT EXISTS (SELECT 1 FROM bureau_facts n
                          WHERE n.fact_id = b.fact_id AND n.revision > b.revision AND n.known_at <= ?)
        ORDER BY b.effective_on DESC, b.posted_at DESC, b.fact_id DESC LIMIT 1) AS block
FROM accounts k
WHERE k.lender = ? AND k.account_id > ? AND k.account_id <= ? AND k.revision = 1 AND k.known_at <= ?
ORDER BY k.lender, k.account_id
-- name: ledger_touched
SELECT /*+ JOIN_ORDER(n, k) */ k.account_id, k.known_at,
       (SELECT MIN(a.effective_on) FROM agreements a
        WHERE a.lender = k.lender AND a.account_id = k.account_id AND a.type = 'TRANSFER' AND a.known_at <= ? AND a.effective_on <= ?
          AND NOT EXISTS (SELECT 1 FROM agreements n
                          WHERE n.agreement_id = a.agreement_id AND n.revision > a.revision AND n.known_at <= ?)) AS sold_on,
       (SELECT b.`value` FROM bureau_facts b
        WHERE b.lender = k.lender AND b.account_id = k.account_id AND b.bureau = ? AND b.`key` = 'furnish_block' AND b.known_at <= ?
          AND b.effective_on <= ?
          AND NOT EXISTS (SELECT 1 FROM bureau_facts n
                          WHERE n.fact_id = b.fact_id AND n.revision > b.revision AND n.known_at <= ?)
        ORDER BY b.effective_on DESC, b.posted_at DESC, b.fact_id DESC LIMIT 1) AS block
FROM night_accounts n JOIN accounts k ON k.account_id = n.account_id
WHERE n.run_id = ? AND k.lender = ? AND n.account_id > ? AND n.account_id <= ? AND k.revision = 1 AND k.known_at <= ?
ORDER BY n.account_id
-- The runs that wrote the standings that count at a run; the last of an account's holds. Behind the range: that run.
-- name: written
SELECT account_id, run_id FROM standing
WHERE lender = ? AND account_id > ? AND account_id <= ? AND run_id BETWEEN 1 AND ?
ORDER BY lender, account_id, run_id
-- name: written_touched
SELECT /*+ JOIN_ORDER(n, s) */ s.account_id, s.run_id FROM night_accounts n JOIN standing s ON s.account_id = n.account_id
WHERE n.run_id = ? AND s.lender = ? AND n.account_id > ? AND n.account_id <= ? AND s.run_id BETWEEN 1 AND ?
ORDER BY n.account_id, s.run_id
-- Those that were replaced since, for a replay. Behind the range: the run that is told again.
-- name: replaced
SELECT account_id, run_id FROM standing_history
WHERE lender = ? AND account_id > ? AND account_id <= ? AND run_id BETWEEN 1 AND ?
ORDER BY lender, account_id, run_id
-- name: replaced_touched
SELECT /*+ JOIN_ORDER(n, s) */ s.account_id, s.run_id FROM night_accounts n JOIN standing_history s ON s.account_id = n.account_id
WHERE n.run_id = ? AND s.lender = ? AND n.account_id > ? AND n.account_id <= ? AND s.run_id BETWEEN 1 AND ?
ORDER BY n.account_id, s.run_id
-- The as-of date of each run whose standings may count. Parameters: lender, last run.
-- name: nights
SELECT run_id, as_of FROM runs WHERE lender = ? AND run_id BETWEEN 1 AND ?
-- Where a run assesses every account, it notes only those that are touched; what it tells is noted, too. Parameters: run, lender,
-- run, bureau.
-- name: note_told
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM furnished WHERE lender = ? AND run_id = ? AND bureau = ?
