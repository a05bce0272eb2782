-- What the identities of bureaus ask of the ledger, of the standings as a run has them, and of what a bureau was told.
-- The records that a run keeps of one kind, in the order of their lines. Parameters: lender, run, bureau, kind.
-- name: kept
SELECT account_id, digest, facts FROM furnished
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?
ORDER BY part, ordinal
