-- What the identities of bureaus ask of the ledger, of the standings as a run has them, and of what a bureau was told.
-- The records that a run keeps of one kind, in the order of their lines. Parameters: lender, run, bureau, kind.
-- name: kept
SELECT account_id, digest, overdue FROM furnished
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?
ORDER BY part, ordinal
-- What the standings as a run has them say of every account's opening and end. Parameters: lender, after, up to, last published run, own
-- run.
-- name: standings
SELECT /*+ INDEX(standing PRIMARY) */ account_id, product, opened_on, closed_on, repaid_on
FROM standing
WHERE lender = ? AND account_id > ? AND account_id <= ? AND (run_id BETWEEN 1 AND ? OR run_id = ?)
ORDER BY lender, account_id, run_id
