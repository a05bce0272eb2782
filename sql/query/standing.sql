-- Standings in key order: what counted at a published run (run_id from 1 to it), and what one run has written itself.
-- Parameters: lender, after, up to, last published run, own run. MySQL would rather look up each row by another index that
-- begins with the lender, and sort them all.
-- name: standings
SELECT /*+ INDEX(standing PRIMARY) */ account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated,
       oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class, restructured, wakes_on,
       entry_count, entry_allocated, entry_unallocated, entry_refunded,
       entry_charged, entry_reversed, entry_aside, entry_information, repaid_on
FROM standing
WHERE lender = ? AND account_id > ? AND account_id <= ? AND (run_id BETWEEN 1 AND ? OR run_id = ?)
ORDER BY lender, account_id, run_id
-- name: arrears
SELECT account_id, run_id, kind, reference, due_on, principal, interest, fee, penalty, ages
FROM arrear
WHERE lender = ? AND account_id > ? AND account_id <= ? AND (run_id BETWEEN 1 AND ? OR run_id = ?)
ORDER BY lender, account_id, run_id, position
-- name: reviews
SELECT account_id, run_id, code, subject, evidence
FROM review
WHERE lender = ? AND account_id > ? AND account_id <= ? AND (run_id BETWEEN 1 AND ? OR run_id = ?)
ORDER BY lender, account_id, run_id, position
-- The same of the accounts that one night assesses. Parameters: run, lender, after, up to, last published run, own run.
-- name: standings_touched
SELECT /*+ JOIN_ORDER(n, s) */ s.account_id, s.run_id, s.product, s.currency, s.opened_on, s.schedule_version, s.balance, s.unallocated,
       s.oldest_due_on, s.episode_started_on, s.charged_off_on, s.closed_on, s.last_paid_on, s.last_paid_amount,
       s.five_class, s.restructured, s.wakes_on,
       s.entry_count, s.entry_allocated, s.entry_unallocated, s.entry_refunded,
       s.entry_charged, s.entry_reversed, s.entry_aside, s.entry_information, s.repaid_on
FROM night_accounts n JOIN standing s ON s.account_id = n.account_id
WHERE n.run_id = ? AND s.lender = ? AND n.account_id > ? AND n.account_id <= ? AND (s.run_id BETWEEN 1 AND ? OR s.run_id = ?)
ORDER BY n.account_id, s.run_id
-- name: arrears_touched
SELECT /*+ JOIN_ORDER(n, a) */ a.account_id, a.run_id, a.kind, a.reference, a.due_on, a.principal, a.interest, a.fee, a.penalty, a.ages
FROM night_accounts n JOIN arrear a ON a.account_id = n.account_id
WHERE n.run_id = ? AND a.lender = ? AND n.account_id > ? AND n.account_id <= ? AND (a.run_id BETWEEN 1 AND ? OR a.run_id = ?)
ORDER BY n.account_id, a.run_id, a.position
-- name: reviews_touched
SELECT /*+ JOIN_ORDER(n, r) */ r.account_id, r.run_id, r.code, r.subject, r.evidence
FROM night_accounts n JOIN review r ON r.account_id = n.account_id
WHERE n.run_id = ? AND r.lender = ? AND n.account_id > ? AND n.account_id <= ? AND (r.run_id BETWEEN 1 AND ? OR r.run_id = ?)
ORDER BY n.account_id, r.run_id, r.position
-- Standings that counted at one published run and have been replaced since. Parameters: lender, after, up to, run, run.
-- name: replaced
SELECT account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated, oldest_due_on,
       episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class, restructured,
       CAST(NULL AS DATE), 0, 0, 0, 0, 0, 0, 0, 0, repaid_on
FROM standing_history
WHERE lender = ? AND account_id > ? AND account_id <= ? AND run_id BETWEEN 1 AND ? AND replaced_by_run > ?
ORDER BY lender, account_id, run_id
-- name: insert_standing
INSERT INTO standing (lender, account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated,
    oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class,
    restructured, wakes_on, entry_count, entry_allocated, entry_unallocated,
    entry_refunded, entry_charged, entry_reversed, entry_aside, entry_information, repaid_on)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_arrear
INSERT INTO arrear (lender, account_id, run_id, position, kind, reference, due_on, principal, interest, fee, penalty, ages)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: insert_review
INSERT INTO review (lender, account_id, run_id, position, code, subject, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)
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
