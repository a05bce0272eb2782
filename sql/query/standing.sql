-- Standings in key order: what counted at a published run (run_id from 1 to it), and what one run has written itself.
-- Parameters: lender, after, up to, last published run, own run.
-- name: standings
SELECT account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated, oldest_due_on,
       episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class, restructured, wakes_on
FROM standing
WHERE lender = ? AND account_id > ? AND account_id <= ? AND (run_id BETWEEN 1 AND ? OR run_id = ?)
ORDER BY lender, account_id, run_id
-- name: arrears
SELECT account_id, run_id, kind, reference, due_on, principal, interest, fee, penalty, ages
FROM arrear
WHERE lender = ? AND account_id > ? AND account_id <= ? AND (run_id BETWEEN 1 AND ? OR run_id = ?)
ORDER BY lender, account_id, run_id, position
-- name: reviews
SELECT account_id, run_id, code, subject
FROM review
WHERE lender = ? AND account_id > ? AND account_id <= ? AND (run_id BETWEEN 1 AND ? OR run_id = ?)
ORDER BY lender, account_id, run_id, position
-- name: insert_standing
INSERT INTO standing (lender, account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated,
    oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class,
    restructured, wakes_on)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_arrear
INSERT INTO arrear (lender, account_id, run_id, position, kind, reference, due_on, principal, interest, fee, penalty, ages)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_review
INSERT INTO review (lender, account_id, run_id, position, code, subject) VALUES (?, ?, ?, ?, ?, ?)
-- Accounts that this run found overdue and the last published one did not know as overdue.
-- name: newly_overdue
SELECT COUNT(*)
FROM standing now
WHERE now.lender = ? AND now.run_id = ? AND now.oldest_due_on IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM standing was
                  WHERE was.lender = now.lender AND was.account_id = now.account_id
                    AND was.run_id BETWEEN 1 AND ? AND was.oldest_due_on IS NOT NULL)
-- name: open_before
SELECT COUNT(*) FROM standing WHERE lender = ? AND run_id BETWEEN 1 AND ? AND closed_on IS NULL
