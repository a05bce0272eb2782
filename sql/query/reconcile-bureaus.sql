-- What the identities of bureaus ask of the ledger, of the standings as a run has them, and of what a bureau was told.
-- The records that a run keeps of one kind, in the order of their lines. Parameters: lender, run, bureau, kind.
-- name: kept
SELECT account_id, digest, overdue FROM furnished
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?
ORDER BY part, ordinal
-- What the standings as a run has them say of every account's opening and end. Parameters: those of the scope, last published run, own
-- run.
-- name: standings
SELECT {scope.hint} x.account_id, x.product, x.opened_on, x.closed_on, x.repaid_on
FROM standing x {scope.join} WHERE {scope.within} AND {standing.counting}
ORDER BY {scope.order}, x.run_id
