-- How a published night is taken back: what it wrote goes, what it replaced holds again, and what it would have told is nobody's.
-- name: begin
UPDATE runs SET state = 'WITHDRAWING', withdrawn_at = ?, withdrawn_by_one = ?, withdrawn_by_two = ?, withdrawn_because = ?,
    told_kept = ? WHERE run_id = ? AND state = 'PUBLISHED'
-- name: known_after
SELECT import_id FROM import_lenders WHERE lender = ? AND known_from > ? ORDER BY import_id LIMIT 1
-- name: end
UPDATE runs SET state = 'WITHDRAWN' WHERE run_id = ? AND state = 'WITHDRAWING'
-- The standings that a run replaced, in key order. Parameters: lender, run, from.
-- name: replaced
SELECT account_id, run_id FROM standing_history
WHERE lender = ? AND replaced_by_run = ? AND account_id >= ? ORDER BY account_id, run_id LIMIT 2000
-- name: restore_standing
INSERT IGNORE INTO standing (lender, account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated,
    oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class, restructured, wakes_on,
    entry_count, entry_allocated, entry_unallocated, entry_refunded, entry_charged, entry_reversed, entry_aside, entry_information, repaid_on)
SELECT lender, account_id, run_id, product, currency, opened_on, schedule_version, balance, unallocated,
    oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount, five_class, restructured, wakes_on,
    entry_count, entry_allocated, entry_unallocated, entry_refunded, entry_charged, entry_reversed, entry_aside, entry_information, repaid_on
FROM standing_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: restore_arrears
INSERT IGNORE INTO arrear (lender, account_id, run_id, position, kind, reference, due_on, principal, interest, fee, penalty, ages)
SELECT lender, account_id, run_id, position, kind, reference, due_on, principal, interest, fee, penalty, ages
FROM arrear_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: restore_reviews
INSERT IGNORE INTO review (lender, account_id, run_id, position, code, subject, evidence)
SELECT lender, account_id, run_id, position, code, subject, evidence
FROM review_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_arrear_history
DELETE FROM arrear_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_review_history
DELETE FROM review_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_standing_history
DELETE FROM standing_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- The records of one file. Parameters: lender, bureau, environment, run, kind, from part, from part, from ordinal, to part, to part,
-- to ordinal.
-- name: keep_furnished
INSERT IGNORE INTO furnished_withdrawn (lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts,
  subject, act, moment, speaks_of, is_negative, is_last, overdue)
SELECT lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts,
  subject, act, moment, speaks_of, is_negative, is_last, overdue
FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ?
  AND (part > ? OR part = ? AND ordinal >= ?) AND (part < ? OR part = ? AND ordinal <= ?)
-- name: drop_furnished
DELETE FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ?
  AND (part > ? OR part = ? AND ordinal >= ?) AND (part < ? OR part = ? AND ordinal <= ?) LIMIT 10000
