-- Submissions: their names, and how far they got.
-- name: last_serial
SELECT MAX(serial) FROM submission WHERE bureau = ? AND environment = ? AND submission LIKE ?
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
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE t.at <= ? AND s.lender = ? AND s.bureau = ? AND s.environment = ?
ORDER BY s.run_id, s.kind, s.serial, t.`number`
-- The submissions that wait for somebody, or got any further since the last published run was generated.
-- Parameters: lender, bureau, environment, its generation, this run's, this run's.
-- name: moved
SELECT s.run_id, s.kind, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, t.state, t.at
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.lender = ? AND s.bureau = ? AND s.environment = ? AND (t.at >= ? OR t.state IN ('PREPARED', 'RELEASED')) AND t.at <= ?
  AND NOT EXISTS (SELECT 1 FROM submission_state n
                  WHERE n.bureau = t.bureau AND n.environment = t.environment AND n.submission = t.submission
                    AND n.`number` > t.`number` AND n.at <= ?)
-- name: find
SELECT s.submission, s.kind, s.serial, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, s.`records`, s.environment,
       s.lender, s.run_id, t.state, t.`number`, t.at,
       (SELECT COUNT(*) FROM refusal a
        WHERE a.lender = s.lender AND a.bureau = s.bureau AND a.environment = s.environment AND a.run_id = s.run_id
          AND a.kind = s.kind AND a.answered_at = t.at AND a.reason = 1
          AND (a.part > s.from_part OR a.part = s.from_part AND a.ordinal >= s.from_ordinal)
          AND (a.part < s.to_part OR a.part = s.to_part AND a.ordinal <= s.to_ordinal)) AS refused
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.bureau = ? AND s.submission = ? AND t.`number` = (SELECT MAX(n.`number`) FROM submission_state n
    WHERE n.bureau = s.bureau AND n.environment = s.environment AND n.submission = s.submission)
ORDER BY s.environment
-- name: bureau_of
SELECT bureau FROM submission WHERE submission = ? ORDER BY bureau
-- name: all
SELECT s.submission, s.kind, s.serial, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, s.`records`, s.environment,
       s.lender, s.run_id, t.state, t.`number`, t.at,
       (SELECT COUNT(*) FROM refusal a
        WHERE a.lender = s.lender AND a.bureau = s.bureau AND a.environment = s.environment AND a.run_id = s.run_id
          AND a.kind = s.kind AND a.answered_at = t.at AND a.reason = 1
          AND (a.part > s.from_part OR a.part = s.from_part AND a.ordinal >= s.from_ordinal)
          AND (a.part < s.to_part OR a.part = s.to_part AND a.ordinal <= s.to_ordinal)) AS refused
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.bureau = ? AND t.`number` = (SELECT MAX(n.`number`) FROM submission_state n
    WHERE n.bureau = s.bureau AND n.environment = s.environment AND n.submission = s.submission)
ORDER BY s.lender, s.run_id, s.submission
-- name: of_run
SELECT s.submission, s.kind, s.serial, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, s.`records`, s.environment,
       s.lender, s.run_id, t.state, t.`number`, t.at, 0 AS refused, s.bureau
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.lender = ? AND s.run_id = ? AND t.`number` = (SELECT MAX(n.`number`) FROM submission_state n
    WHERE n.bureau = s.bureau AND n.environment = s.environment AND n.submission = s.submission)
ORDER BY s.bureau, s.environment, s.submission
-- Files of runs up to one that waited at an instant. Parameters: lender, run, instant, instant.
-- name: waiting
SELECT s.bureau, t.state, COUNT(*), SUM(s.`records`), MIN(t.at)
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.lender = ? AND s.run_id BETWEEN 1 AND ? AND t.at <= ? AND t.state IN ('PREPARED', 'RELEASED', 'SENT')
  AND NOT EXISTS (SELECT 1 FROM submission_state n
                  WHERE n.bureau = t.bureau AND n.environment = t.environment AND n.submission = t.submission
                    AND n.`number` > t.`number` AND n.at <= ?)
GROUP BY s.bureau, t.state
ORDER BY s.bureau, t.state
-- name: add_state
INSERT INTO submission_state (bureau, environment, submission, `number`, state, at, by_one, by_two, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
-- When a lender's newest run was generated, and its files moved last. Parameters: lender.
-- name: last_generation
SELECT MAX(generated_at) FROM runs WHERE lender = ? AND run_id > 0 AND state NOT IN ('WITHDRAWING', 'WITHDRAWN')
-- The last move of each file; an earlier one can have a later instant only after a wrong clock. And the last baseline. Parameters:
-- lender, lender.
-- name: last_move
SELECT MAX(m.at) FROM (
    SELECT t.at FROM submission s
    JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
    WHERE s.lender = ? AND t.`number` = (SELECT MAX(n.`number`) FROM submission_state n
        WHERE n.bureau = s.bureau AND n.environment = s.environment AND n.submission = s.submission)
    UNION ALL SELECT b.at FROM baseline_load b WHERE b.lender = ?) m
-- name: told
SELECT COUNT(*) FROM (SELECT 1 FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? LIMIT 1) t
