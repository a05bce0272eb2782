-- Submissions: their names, how far they got, and what bureaus answered.
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
-- The state of each submission at an instant. Parameters: instant, lender, bureau, environment.
-- name: spans
SELECT s.run_id, s.kind, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, t.state
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE t.at <= ? AND s.lender = ? AND s.bureau = ? AND s.environment = ?
ORDER BY s.run_id, s.kind, s.serial, t.`number`
-- The submissions that wait for somebody, or got any further since the last published run was generated.
-- Parameters: lender, bureau, environment, its generation, this run's, this run's.
-- name: moved
SELECT s.run_id, s.kind, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, t.state
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.lender = ? AND s.bureau = ? AND s.environment = ? AND (t.at >= ? OR t.state IN ('PREPARED', 'RELEASED')) AND t.at <= ?
  AND NOT EXISTS (SELECT 1 FROM submission_state n
                  WHERE n.bureau = t.bureau AND n.environment = t.environment AND n.submission = t.submission
                    AND n.`number` > t.`number` AND n.at <= ?)
-- name: find
SELECT s.submission, s.kind, s.serial, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, s.`records`, s.environment,
       s.lender, s.run_id, t.state, t.`number`, t.at,
       (SELECT COUNT(*) FROM answer a
        WHERE a.lender = s.lender AND a.bureau = s.bureau AND a.environment = s.environment AND a.run_id = s.run_id
          AND a.kind = s.kind
          AND (a.part > s.from_part OR a.part = s.from_part AND a.ordinal >= s.from_ordinal)
          AND (a.part < s.to_part OR a.part = s.to_part AND a.ordinal <= s.to_ordinal)) AS refused
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.bureau = ? AND s.submission = ?
ORDER BY s.environment, t.`number` DESC LIMIT 1
-- name: bureau_of
SELECT bureau FROM submission WHERE submission = ? ORDER BY bureau
-- name: all
SELECT s.submission, s.kind, s.serial, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, s.`records`, s.environment,
       s.lender, s.run_id, t.state, t.`number`, t.at,
       (SELECT COUNT(*) FROM answer a
        WHERE a.lender = s.lender AND a.bureau = s.bureau AND a.environment = s.environment AND a.run_id = s.run_id
          AND a.kind = s.kind
          AND (a.part > s.from_part OR a.part = s.from_part AND a.ordinal >= s.from_ordinal)
          AND (a.part < s.to_part OR a.part = s.to_part AND a.ordinal <= s.to_ordinal)) AS refused
FROM submission s
JOIN submission_state t ON t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
WHERE s.bureau = ? AND t.`number` = (SELECT MAX(n.`number`) FROM submission_state n
    WHERE n.bureau = s.bureau AND n.environment = s.environment AND n.submission = s.submission)
ORDER BY s.lender, s.run_id, s.submission
-- The records of a file that the bureau has not loaded, in their order, unless they have been told anew since: first of a file
-- that is not answered or was refused whole, then those that were refused one by one.
-- Parameters: lender, bureau, environment, run, kind, from part, from part, from ordinal, to part, to part, to ordinal.
-- name: unanswered_records
SELECT f.account_id, f.kind, f.reported_on, '' AS code, '' AS tag
FROM furnished f
WHERE f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = ? AND f.kind = ?
  AND (f.part > ? OR f.part = ? AND f.ordinal >= ?) AND (f.part < ? OR f.part = ? AND f.ordinal <= ?)
  AND NOT EXISTS (SELECT 1 FROM furnished n
                  WHERE n.lender = f.lender AND n.account_id = f.account_id AND n.bureau = f.bureau
                    AND n.environment = f.environment AND n.run_id > f.run_id AND n.kind = f.kind
                    AND n.reported_on >= f.reported_on)
ORDER BY f.part, f.ordinal
-- name: refused_records
SELECT f.account_id, f.kind, f.reported_on, a.code, a.tag
FROM answer a
JOIN furnished f ON f.lender = a.lender AND f.account_id = a.account_id AND f.bureau = a.bureau
 AND f.environment = a.environment AND f.run_id = a.run_id AND f.kind = a.kind AND f.part = a.part AND f.ordinal = a.ordinal
WHERE a.lender = ? AND a.bureau = ? AND a.environment = ? AND a.run_id = ? AND a.kind = ?
  AND (a.part > ? OR a.part = ? AND a.ordinal >= ?) AND (a.part < ? OR a.part = ? AND a.ordinal <= ?)
  AND NOT EXISTS (SELECT 1 FROM furnished n
                  WHERE n.lender = f.lender AND n.account_id = f.account_id AND n.bureau = f.bureau
                    AND n.environment = f.environment AND n.run_id > f.run_id AND n.kind = f.kind
                    AND n.reported_on >= f.reported_on)
ORDER BY a.part, a.ordinal
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
-- The account of a record of one run and kind by its place. Parameters: lender, run, bureau, kind, part, ordinal.
-- name: account_at
SELECT account_id FROM furnished
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ? AND part = ? AND ordinal = ?
-- The records of a run and kind by part, so that a line of a file can be found. Parameters: lender, run, bureau, kind.
-- name: part_sizes
SELECT part, MAX(ordinal) + 1 FROM furnished WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?
GROUP BY part ORDER BY part
-- name: insert_answer
INSERT IGNORE INTO answer (lender, account_id, bureau, environment, run_id, kind, part, ordinal, answered_at, code, tag)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: told
SELECT COUNT(*) FROM (SELECT 1 FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? LIMIT 1) t
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
-- name: unknown_accounts
SELECT f.account_id FROM furnished f
WHERE f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = 0
  AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.lender = f.lender AND a.account_id = f.account_id)
ORDER BY f.account_id LIMIT 5
-- name: repeated_accounts
SELECT account_id FROM furnished WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = 0
GROUP BY account_id HAVING COUNT(*) > 1 ORDER BY account_id LIMIT 5
