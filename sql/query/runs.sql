-- name: add_lender
INSERT IGNORE INTO lenders (lender) VALUES (?)
-- name: lock_lender
SELECT lender FROM lenders WHERE lender = ? FOR UPDATE
-- name: loading_imports
SELECT i.import_id FROM imports i JOIN import_lenders l ON l.import_id = i.import_id
WHERE l.lender = ? AND i.state = 'LOADING' ORDER BY i.import_id
-- name: next_id
SELECT COALESCE(MAX(run_id), 0) + 1 FROM runs
-- name: next_replay_id
SELECT COALESCE(MIN(run_id), 0) - 1 FROM runs WHERE run_id < 0
-- name: replays
SELECT COUNT(*) FROM runs WHERE lender = ? AND as_of = ? AND run_id < 0
-- name: published_before
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE lender = ? AND as_of < ? AND run_id > 0 AND state = 'PUBLISHED' AND cutoff <= ?
ORDER BY run_id DESC LIMIT 1
-- name: published_at_cutoff
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE lender = ? AND as_of = ? AND run_id > 0 AND state = 'PUBLISHED' AND cutoff = ?
ORDER BY run_id DESC LIMIT 1
-- name: insert
INSERT INTO runs (run_id, lender, as_of, sequence, state, cutoff, started_at, generated_at, engine_version, policy,
    policy_digest, full_assessment, previous_run_id, restarts, accepted, accepted_by_one, accepted_by_two, accepted_because)
VALUES (?, ?, ?, ?, 'STARTED', ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
-- name: find
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE run_id = ?
-- name: of_lender
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE lender = ? AND run_id > 0 ORDER BY run_id DESC LIMIT 200
-- name: unfinished
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE state IN ('STARTED', 'PUBLISHING') ORDER BY lender, run_id
-- name: last_published
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE lender = ? AND run_id > 0 AND state = 'PUBLISHED' ORDER BY run_id DESC LIMIT 1
-- name: published_as_of
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE lender = ? AND as_of = ? AND run_id > 0 AND state = 'PUBLISHED' ORDER BY run_id DESC LIMIT 1
-- name: last_cutoff
SELECT MAX(cutoff) FROM runs WHERE lender = ? AND run_id > 0
-- name: lenders
SELECT lender FROM lenders ORDER BY lender
-- name: count_restart
UPDATE runs SET restarts = restarts + 1 WHERE run_id = ?
-- name: publishing
UPDATE runs SET state = 'PUBLISHING', manifest_digest = ? WHERE run_id = ? AND state IN ('STARTED', 'PUBLISHING')
-- name: end
UPDATE runs SET state = ?, message = ? WHERE run_id = ? AND state IN ('STARTED', 'PUBLISHING')
-- name: finished
UPDATE runs SET finished_at = ? WHERE run_id = ?
-- name: uncleared
SELECT run_id, lender, as_of, sequence, state, cutoff, started_at, finished_at, generated_at, engine_version, policy,
       policy_digest, full_assessment, previous_run_id, restarts, manifest_digest, message, accepted,
       accepted_by_one, accepted_by_two, accepted_because
FROM runs WHERE state IN ('PUBLISHED', 'REFUSED', 'ABANDONED') AND finished_at IS NULL ORDER BY lender, run_id
-- Superseded standings go to standing_history; only accounts that the run changed are touched, so this may be run again.
-- name: keep_history
INSERT IGNORE INTO standing_history (lender, account_id, run_id, from_as_of, to_as_of, replaced_by_run, product,
    currency, opened_on, schedule_version, balance, unallocated, oldest_due_on, episode_started_on, charged_off_on, closed_on, last_paid_on, last_paid_amount,
    five_class, restructured)
SELECT was.lender, was.account_id, was.run_id, r.as_of, now_run.as_of, now_run.run_id, was.product,
       was.currency, was.opened_on, was.schedule_version, was.balance, was.unallocated, was.oldest_due_on, was.episode_started_on, was.charged_off_on, was.closed_on,
       was.last_paid_on, was.last_paid_amount, was.five_class, was.restructured
FROM standing now
JOIN standing was ON was.lender = now.lender AND was.account_id = now.account_id AND was.run_id BETWEEN 1 AND now.run_id - 1
JOIN runs r ON r.run_id = was.run_id
JOIN runs now_run ON now_run.run_id = now.run_id
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
