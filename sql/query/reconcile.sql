-- What the identities ask of the ledger and of the standings as a run has them: those it wrote itself, and of the accounts that it
-- left alone those last published.
-- Parameters: lender, own run, last published run, own run.
-- part: standings
s.lender = ? AND (s.run_id = ? OR s.run_id BETWEEN 1 AND ? AND NOT EXISTS
      (SELECT 1 FROM standing o WHERE o.lender = s.lender AND o.account_id = s.account_id AND o.run_id = ?))
-- Of the accounts that are open. Parameters: those of the standings, as-of.
-- part: open_standings
{standings} AND s.closed_on IS NULL AND s.opened_on <= ?
-- The entry's newest form. Parameters: cutoff.
-- part: newest_entry
NOT EXISTS (SELECT 1 FROM entries n WHERE n.entry_id = e.entry_id AND n.revision > e.revision AND n.known_at <= ?)
-- name: open
SELECT s.product, s.currency, s.oldest_due_on, COUNT(*), SUM(s.balance)
FROM standing s
WHERE {open_standings}
GROUP BY s.product, s.currency, s.oldest_due_on
-- name: overdue
SELECT s.product, s.currency, SUM(a.principal + a.interest + a.fee + a.penalty + a.damages)
FROM standing s
JOIN arrear a ON a.lender = s.lender AND a.account_id = s.account_id AND a.run_id = s.run_id
WHERE {open_standings}
GROUP BY s.product, s.currency
-- name: tallies
SELECT s.currency, SUM(s.entry_count), SUM(s.entry_allocated), SUM(s.entry_unallocated), SUM(s.entry_refunded),
       SUM(s.entry_charged), SUM(s.entry_reversed), SUM(s.entry_aside), SUM(s.entry_information)
FROM standing s
WHERE {standings}
GROUP BY s.currency
-- All entries at once, where none was ever corrected. Parameters: lender, cutoff.
-- name: posted_in_all
SELECT COUNT(*), SUM(amount), MAX(revision) FROM entries WHERE lender = ? AND known_at <= ?
-- What the entries heard in between two cutoffs add: of each its newest form at the later, less its newest at the earlier.
-- Parameters: earlier, lender, earlier, later, later.
-- name: posted
SELECT a.currency, SUM(CASE WHEN was.entry_id IS NULL THEN 1 ELSE 0 END), SUM(e.amount - COALESCE(was.amount, 0))
FROM entries e
JOIN accounts a ON a.lender = e.lender AND a.account_id = e.account_id AND a.revision = 1
LEFT JOIN entries was ON was.entry_id = e.entry_id
     AND was.revision = (SELECT MAX(w.revision) FROM entries w WHERE w.entry_id = e.entry_id AND w.known_at <= ?)
WHERE e.lender = ? AND e.known_at > ? AND e.known_at <= ?
  AND {newest_entry}
GROUP BY a.currency
-- Account by account, in key order. Parameters: as above.
-- name: tallies_by_account
SELECT s.account_id, s.entry_count, s.entry_allocated + s.entry_unallocated + s.entry_refunded + s.entry_charged
       + s.entry_reversed + s.entry_aside + s.entry_information
FROM standing s
WHERE {standings}
ORDER BY s.lender, s.account_id
-- name: posted_by_account
SELECT e.account_id, COUNT(*), SUM(e.amount)
FROM entries e
WHERE e.lender = ? AND e.known_at <= ?
  AND {newest_entry}
GROUP BY e.lender, e.account_id
ORDER BY e.lender, e.account_id
-- name: currencies
SELECT DISTINCT currency FROM accounts WHERE lender = ? AND known_at <= ?
-- name: currencies_by_account
SELECT account_id, currency FROM accounts WHERE lender = ? AND known_at <= ? ORDER BY lender, account_id, revision
-- name: open_by_account
SELECT s.account_id, s.product, s.currency, s.oldest_due_on, s.balance
FROM standing s
WHERE {open_standings}
ORDER BY s.lender, s.account_id
-- Accounts with a review entry of some codes. Behind the parameters of the open ones: the codes, with a space around each.
-- name: open_with_review_by_account
SELECT s.account_id, s.product, s.currency, s.balance
FROM standing s
WHERE {open_standings}
  AND EXISTS (SELECT 1 FROM review r WHERE r.lender = s.lender AND r.account_id = s.account_id AND r.run_id = s.run_id
                                       AND LOCATE(CONCAT(' ', r.code, ' '), ?) > 0)
ORDER BY s.lender, s.account_id
-- What the core system says of its portfolios on a day; the newest import holds.
-- name: controls
SELECT c.product, c.currency, c.open_accounts, c.principal, c.overdue
FROM controls c
WHERE c.lender = ? AND c.business_date = ? AND c.known_at <= ? AND c.feed IS NULL
  AND c.import_id = (SELECT MAX(o.import_id) FROM controls o
                     WHERE o.lender = c.lender AND o.business_date = c.business_date AND o.known_at <= ? AND o.feed IS NULL)
