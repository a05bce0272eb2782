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
SELECT * FROM runs WHERE lender = ? AND as_of < ? AND run_id > 0 AND state = 'PUBLISHED' AND cutoff <= ?
ORDER BY run_id DESC LIMIT 1
-- name: published_at_cutoff
SELECT * FROM runs WHERE lender = ? AND as_of = ? AND run_id > 0 AND state = 'PUBLISHED' AND cutoff = ?
ORDER BY run_id DESC LIMIT 1
-- name: id_at_cutoff
SELECT run_id FROM runs WHERE lender = ? AND as_of = ? AND run_id > 0 AND state = 'PUBLISHED' AND cutoff = ?
ORDER BY run_id DESC LIMIT 1
-- Parameters: lender, as-of, cutoff, the states of one that is taken back, with a space around each.
-- name: withdrawn_at_cutoff
SELECT * FROM runs WHERE lender = ? AND as_of = ? AND run_id > 0 AND cutoff = ? AND LOCATE(CONCAT(' ', state, ' '), ?) > 0
ORDER BY run_id DESC LIMIT 1
-- The withdrawn runs between two. Parameters: lender, run, run.
-- name: withdrawn_between
SELECT COUNT(*) FROM runs WHERE lender = ? AND run_id > ? AND run_id < ? AND state = 'WITHDRAWN'
-- name: kept_told
SELECT as_of FROM runs WHERE lender = ? AND run_id > 0 AND state = 'WITHDRAWN' AND told_kept ORDER BY run_id
-- name: insert
INSERT INTO runs (run_id, lender, as_of, sequence, state, cutoff, started_at, generated_at, engine_version, policy,
    policy_digest, full_assessment, previous_run_id, restarts, accepted, accepted_by_one, accepted_by_two, accepted_because,
    skipped_from, skipped_to, skipped_count)
VALUES (?, ?, ?, ?, 'STARTED', ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
-- name: find
SELECT * FROM runs WHERE run_id = ?
-- name: of_lender
SELECT * FROM runs WHERE lender = ? AND run_id > 0 ORDER BY run_id DESC LIMIT 200
-- Parameter: the states of one that is not, with a space around each.
-- name: unfinished
SELECT * FROM runs WHERE LOCATE(CONCAT(' ', state, ' '), ?) > 0 ORDER BY lender, run_id
-- name: last_published
SELECT * FROM runs WHERE lender = ? AND run_id > 0 AND state = 'PUBLISHED' ORDER BY run_id DESC LIMIT 1
-- name: published_as_of
SELECT * FROM runs WHERE lender = ? AND as_of = ? AND run_id > 0 AND state = 'PUBLISHED' ORDER BY run_id DESC LIMIT 1
-- The cutoff that no run and no knowledge goes behind. Of a run that told nobody anything and whose cutoff is still to come, a
-- wrong clock took it. Parameters: lender, the states of those, with a space around each, now.
-- name: last_cutoff
SELECT MAX(cutoff) FROM runs WHERE lender = ? AND run_id > 0 AND (LOCATE(CONCAT(' ', state, ' '), ?) = 0 OR cutoff <= ?)
-- The manifests of the folders of a lender, one of a run that is being published included. Parameters: lender, their states, with a
-- space around each.
-- name: manifests
SELECT as_of, sequence, manifest_digest FROM runs WHERE lender = ? AND run_id > 0 AND LOCATE(CONCAT(' ', state, ' '), ?) > 0
ORDER BY run_id
-- name: count_restart
UPDATE runs SET restarts = restarts + 1 WHERE run_id = ?
-- Behind the run: the states that it may come from, with a space around each.
-- name: publishing
UPDATE runs SET state = 'PUBLISHING', manifest_digest = ? WHERE run_id = ? AND LOCATE(CONCAT(' ', state, ' '), ?) > 0
-- Behind the run: the same.
-- name: end
UPDATE runs SET state = ?, message = ? WHERE run_id = ? AND LOCATE(CONCAT(' ', state, ' '), ?) > 0
-- name: withhold
UPDATE runs SET withheld = ? WHERE run_id = ? AND state = 'STARTED'
-- name: accept
UPDATE runs SET accepted = ? WHERE run_id = ? AND state = 'STARTED'
