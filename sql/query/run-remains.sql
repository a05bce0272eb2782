-- What a run leaves behind when it has ended.
-- Parameter: the states of a run that leaves something, with a space around each.
-- name: uncleared
SELECT * FROM runs WHERE LOCATE(CONCAT(' ', state, ' '), ?) > 0 AND finished_at IS NULL ORDER BY lender, run_id
-- name: finished
UPDATE runs SET finished_at = ? WHERE run_id = ?
-- Superseded standings go to standing_history; only accounts that the run changed are touched, so this may be run again.
-- name: keep_history
INSERT IGNORE INTO standing_history (lender, account_id, run_id, from_as_of, to_as_of, replaced_by_run, product,
    currency, opened_on, schedule_version, balance, unallocated, oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount,
    five_class, restructured, wakes_on, entry_count, entry_allocated, entry_unallocated, entry_refunded, entry_charged, entry_reversed,
    entry_aside, entry_information, repaid_on)
SELECT was.lender, was.account_id, was.run_id, r.as_of, now_run.as_of, now_run.run_id, was.product,
       was.currency, was.opened_on, was.schedule_version, was.balance, was.unallocated, was.oldest_due_on, was.episode_started_on, was.charged_off_on, was.closed_on,
       was.last_paid_on, was.last_paid_amount, was.five_class, was.restructured, was.wakes_on, was.entry_count, was.entry_allocated,
       was.entry_unallocated, was.entry_refunded, was.entry_charged, was.entry_reversed, was.entry_aside, was.entry_information,
       was.repaid_on
FROM standing now
JOIN standing was ON was.lender = now.lender AND was.account_id = now.account_id AND was.run_id BETWEEN 1 AND now.run_id - 1
JOIN runs r ON r.run_id = was.run_id
JOIN runs now_run ON now_run.run_id = now.run_id
WHERE now.lender = ? AND now.run_id = ?
-- name: keep_arrears
INSERT IGNORE INTO arrear_history ({standing.arrear_columns})
SELECT was.lender, was.account_id, was.run_id, was.position, was.kind, was.reference, was.due_on, was.principal, was.interest, was.fee,
       was.penalty, was.damages, was.ages
FROM standing now
JOIN arrear was ON was.lender = now.lender AND was.account_id = now.account_id AND was.run_id BETWEEN 1 AND now.run_id - 1
WHERE now.lender = ? AND now.run_id = ?
-- name: keep_reviews
INSERT IGNORE INTO review_history ({standing.review_columns})
SELECT was.lender, was.account_id, was.run_id, was.position, was.code, was.subject, was.evidence
FROM standing now
JOIN review was ON was.lender = now.lender AND was.account_id = now.account_id AND was.run_id BETWEEN 1 AND now.run_id - 1
WHERE now.lender = ? AND now.run_id = ?
-- name: superseded
SELECT was.account_id, was.run_id FROM standing now
JOIN standing was ON was.lender = now.lender AND was.account_id = now.account_id AND was.run_id BETWEEN 1 AND now.run_id - 1
WHERE now.lender = ? AND now.run_id = ? AND now.account_id >= ?
ORDER BY now.account_id, was.run_id LIMIT 2000
-- name: drop_standing
DELETE FROM standing WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_arrears
DELETE FROM arrear WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_reviews
DELETE FROM review WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: written
SELECT account_id, run_id FROM standing WHERE lender = ? AND run_id = ? AND account_id >= ? ORDER BY account_id LIMIT 2000
-- name: drop_night_accounts
DELETE FROM night_accounts WHERE run_id = ?
-- name: drop_night_overdue
DELETE FROM night_overdue WHERE run_id = ?
-- name: drop_furnished
DELETE FROM furnished WHERE lender = ? AND run_id = ? LIMIT 10000
-- name: drop_submissions
DELETE FROM submission WHERE lender = ? AND run_id = ?
-- name: drop_furnished_of_bureau
DELETE FROM furnished WHERE lender = ? AND run_id = ? AND bureau = ? LIMIT 10000
-- name: drop_submissions_of_bureau
DELETE FROM submission WHERE lender = ? AND run_id = ? AND bureau = ?
-- name: drop_pending
DELETE FROM pending WHERE lender = ? AND run_id = ? LIMIT 10000
-- name: drop_earlier_pending
DELETE FROM pending WHERE lender = ? AND run_id BETWEEN 0 AND ? - 1 AND since = '9999-12-31' LIMIT 10000
