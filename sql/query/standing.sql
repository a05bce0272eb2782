-- Standings of the accounts of a scope in key order: what counted at a published run (run_id from 1 to it), and what one run has
-- written itself. Parameters: those of the scope, last published run, own run.
-- part: counting
(x.run_id BETWEEN 1 AND ? OR x.run_id = ?)
-- name: standings
SELECT {scope.hint} x.account_id, x.run_id, x.product, x.currency, x.opened_on, x.schedule_version, x.balance, x.unallocated,
       x.oldest_due_on, x.episode_started_on, x.charged_off_on, x.closed_on, x.last_paid_on, x.last_paid_amount,
       x.five_class, x.restructured, x.wakes_on, x.entry_count, x.entry_allocated, x.entry_unallocated, x.entry_refunded,
       x.entry_charged, x.entry_reversed, x.entry_aside, x.entry_information, x.repaid_on
FROM standing x {scope.join} WHERE {scope.within} AND {counting}
ORDER BY {scope.order}, x.run_id
-- name: arrears
SELECT {scope.hint} x.account_id, x.run_id, x.kind, x.reference, x.due_on, x.principal, x.interest, x.fee, x.penalty, x.damages, x.ages
FROM arrear x {scope.join} WHERE {scope.within} AND {counting}
ORDER BY {scope.order}, x.run_id, x.position
-- name: reviews
SELECT {scope.hint} x.account_id, x.run_id, x.code, x.subject, x.evidence
FROM review x {scope.join} WHERE {scope.within} AND {counting}
ORDER BY {scope.order}, x.run_id, x.position
-- Standings that counted at one published run and have been replaced since. Parameters: lender, after, up to, run, run.
-- name: replaced
SELECT account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated, oldest_due_on,
       episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class, restructured,
       CAST(NULL AS DATE), 0, 0, 0, 0, 0, 0, 0, 0, repaid_on
FROM standing_history
WHERE lender = ? AND account_id > ? AND account_id <= ? AND run_id BETWEEN 1 AND ? AND replaced_by_run > ?
ORDER BY lender, account_id, run_id
-- What is kept of a standing.
-- part: columns
lender, account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated,
    oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class, restructured, wakes_on,
    entry_count, entry_allocated, entry_unallocated, entry_refunded, entry_charged, entry_reversed, entry_aside, entry_information, repaid_on
-- part: arrear_columns
lender, account_id, run_id, position, kind, reference, due_on, principal, interest, fee, penalty, damages, ages
-- part: review_columns
lender, account_id, run_id, position, code, subject, evidence
-- name: insert_standing
INSERT INTO standing ({columns})
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_arrear
INSERT INTO arrear ({arrear_columns})
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_review
INSERT INTO review ({review_columns}) VALUES (?, ?, ?, ?, ?, ?, ?)
-- Accounts that this run found overdue and the last published one did not know as overdue.
-- name: newly_overdue
SELECT COUNT(*)
FROM standing now
WHERE now.lender = ? AND now.run_id = ? AND now.oldest_due_on IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM standing was
                  WHERE was.lender = now.lender AND was.account_id = now.account_id
                    AND was.run_id BETWEEN 1 AND ? AND was.oldest_due_on IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM standing_history was
                  WHERE was.lender = now.lender AND was.account_id = now.account_id
                    AND was.run_id BETWEEN 1 AND ? AND was.replaced_by_run > ? AND was.oldest_due_on IS NOT NULL)
-- name: open_before
SELECT COUNT(*) FROM standing WHERE lender = ? AND run_id BETWEEN 1 AND ? AND closed_on IS NULL
-- Those of them that have been replaced since, which a replay asks for. Parameters: lender, run, run.
-- name: open_before_replaced
SELECT COUNT(*) FROM standing_history WHERE lender = ? AND run_id BETWEEN 1 AND ? AND replaced_by_run > ? AND closed_on IS NULL
