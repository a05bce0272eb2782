-- Submissions: their names, and how far they got.
-- name: last_serial
SELECT MAX(serial) FROM submission WHERE bureau = ? AND environment = ? AND submission LIKE ? ESCAPE '!'
-- name: first_serial
SELECT MIN(serial) FROM submission WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ?
-- name: insert
INSERT INTO submission (bureau, environment, submission, lender, run_id, kind, serial, from_part, from_ordinal, to_part,
    to_ordinal, `records`)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: prepared
INSERT INTO submission_state (bureau, environment, submission, `number`, state, at, by_one)
SELECT bureau, environment, submission, 1, 'PREPARED', ?, ? FROM submission WHERE lender = ? AND run_id = ?
-- The moves of each submission up to an instant, in order. Parameters: instant, lender, bureau, environment.
-- name: spans
SELECT s.run_id, s.kind, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, t.state, t.at
FROM {files.moves}
WHERE t.at <= ? AND s.lender = ? AND s.bureau = ? AND s.environment = ?
ORDER BY s.run_id, s.kind, s.serial, t.`number`
-- The submissions that are in some states, or got any further since the last published run was generated.
-- Parameters: lender, bureau, environment, its generation, the states, this run's generation, twice.
-- name: moved
SELECT s.run_id, s.kind, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, t.state, t.at
FROM {files.moves}
WHERE s.lender = ? AND s.bureau = ? AND s.environment = ? AND {files.moved}
-- part: filed
s.submission, s.kind, s.serial, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, s.`records`, s.environment,
       s.lender, s.run_id, t.state, t.`number`, t.at
-- name: find
SELECT {filed},
       (SELECT COUNT(*) FROM refusal f WHERE {files.lies_in} AND f.answered_at = t.at AND f.reason = 1) AS refused
FROM {files.moves}
WHERE s.bureau = ? AND s.submission = ? AND {files.newest}
ORDER BY s.environment
-- name: bureau_of
SELECT bureau FROM submission WHERE submission = ? ORDER BY bureau
-- name: all
SELECT {filed},
       (SELECT COUNT(*) FROM refusal f WHERE {files.lies_in} AND f.answered_at = t.at AND f.reason = 1) AS refused
FROM {files.moves}
WHERE s.bureau = ? AND {files.newest}
ORDER BY s.lender, s.run_id, s.submission
-- name: of_run
SELECT {filed}, 0 AS refused, s.bureau
FROM {files.moves}
WHERE s.lender = ? AND s.run_id = ? AND {files.newest}
ORDER BY s.bureau, s.environment, s.submission
-- Files of runs up to one that were in some states at an instant. Parameters: lender, run, the states, with a space around each, and the
-- instant, twice.
-- name: waiting
SELECT s.bureau, t.state, COUNT(*), SUM(s.`records`), MIN(t.at)
FROM {files.moves}
WHERE s.lender = ? AND s.run_id BETWEEN 1 AND ? AND LOCATE(CONCAT(' ', t.state, ' '), ?) > 0 AND {files.newest_at}
GROUP BY s.bureau, t.state
ORDER BY s.bureau, t.state
-- name: add_state
INSERT INTO submission_state (bureau, environment, submission, `number`, state, at, by_one, by_two, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
-- When a lender's newest run was generated that is not taken back, and its files moved last. Parameters: lender, the states of those that
-- are, with a space around each.
-- name: last_generation
SELECT MAX(generated_at) FROM runs WHERE lender = ? AND run_id > 0 AND LOCATE(CONCAT(' ', state, ' '), ?) = 0
-- The last move of each file; an earlier one can have a later instant only after a wrong clock. And the last baseline. Parameters:
-- lender, lender.
-- name: last_move
SELECT MAX(m.at) FROM (
    SELECT t.at FROM {files.moves} WHERE s.lender = ? AND {files.newest}
    UNION ALL SELECT b.at FROM baseline_load b WHERE b.lender = ?) m
-- name: told
SELECT COUNT(*) FROM (SELECT 1 FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? LIMIT 1) t
