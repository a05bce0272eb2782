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
-- The records of a file that the bureau has not loaded, in their order, unless they have been told anew since: first of a file
-- that is not answered or was refused whole (some of them by name, as a .bad does), then those that were refused one by one. Each has
-- what it was refused for and the newest word that people said of it since, or two empty texts and none.
-- Parameters: instant of the file's last move, lender, bureau, environment, run, kind, from part, from part, from ordinal, to part,
-- to part, to ordinal.
-- name: unanswered_records
SELECT f.account_id, f.kind, f.reported_on, COALESCE(a.code, ''), COALESCE(a.tag, ''), f.part, f.ordinal,
       COALESCE((SELECT w.word FROM record_word w
        WHERE w.lender = f.lender AND w.account_id = f.account_id AND w.bureau = f.bureau AND w.environment = f.environment
          AND w.run_id = f.run_id AND w.kind = f.kind AND w.part = f.part AND w.ordinal = f.ordinal AND w.said_at > a.answered_at
        ORDER BY w.said_at DESC LIMIT 1), '') AS word
FROM furnished f
LEFT JOIN refusal a ON a.lender = f.lender AND a.account_id = f.account_id AND a.bureau = f.bureau
 AND a.environment = f.environment AND a.run_id = f.run_id AND a.kind = f.kind AND a.part = f.part AND a.ordinal = f.ordinal
 AND a.answered_at = ? AND a.reason = 1
WHERE f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = ? AND f.kind = ?
  AND (f.part > ? OR f.part = ? AND f.ordinal >= ?) AND (f.part < ? OR f.part = ? AND f.ordinal <= ?)
  AND NOT EXISTS (SELECT 1 FROM furnished n
                  WHERE n.lender = f.lender AND n.account_id = f.account_id AND n.bureau = f.bureau
                    AND n.environment = f.environment AND n.run_id > f.run_id AND n.kind = f.kind
                    AND n.reported_on >= f.reported_on)
ORDER BY f.part, f.ordinal
-- name: refused_records
SELECT f.account_id, f.kind, f.reported_on, a.code, a.tag, a.part, a.ordinal,
       COALESCE((SELECT w.word FROM record_word w
        WHERE w.lender = f.lender AND w.account_id = f.account_id AND w.bureau = f.bureau AND w.environment = f.environment
          AND w.run_id = f.run_id AND w.kind = f.kind AND w.part = f.part AND w.ordinal = f.ordinal AND w.said_at > a.answered_at
        ORDER BY w.said_at DESC LIMIT 1), '') AS word
FROM refusal a
JOIN furnished f ON f.lender = a.lender AND f.account_id = a.account_id AND f.bureau = a.bureau
 AND f.environment = a.environment AND f.run_id = a.run_id AND f.kind = a.kind AND f.part = a.part AND f.ordinal = a.ordinal
WHERE a.answered_at = ? AND a.reason = 1
  AND a.lender = ? AND a.bureau = ? AND a.environment = ? AND a.run_id = ? AND a.kind = ?
  AND (a.part > ? OR a.part = ? AND a.ordinal >= ?) AND (a.part < ? OR a.part = ? AND a.ordinal <= ?)
  AND NOT EXISTS (SELECT 1 FROM furnished n
                  WHERE n.lender = f.lender AND n.account_id = f.account_id AND n.bureau = f.bureau
                    AND n.environment = f.environment AND n.run_id > f.run_id AND n.kind = f.kind
                    AND n.reported_on >= f.reported_on)
ORDER BY a.part, a.ordinal
-- Each reason that an answer gave, as place and code. Parameters: instant of the answer, lender, bureau, environment, run, kind, and
-- the file's ends as above.
-- name: reasons
SELECT a.part, a.ordinal, a.code
FROM refusal a
WHERE a.answered_at = ? AND a.lender = ? AND a.bureau = ? AND a.environment = ? AND a.run_id = ? AND a.kind = ?
  AND (a.part > ? OR a.part = ? AND a.ordinal >= ?) AND (a.part < ? OR a.part = ? AND a.ordinal <= ?)
ORDER BY a.part, a.ordinal, a.reason
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
-- The records of a run and kind by part, those of a withdrawn run, too, so that a line of a file can be found. Parameters: lender,
-- run, bureau, kind, twice.
-- name: part_sizes
SELECT part, MAX(ordinal) + 1
FROM (SELECT part, ordinal FROM furnished WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?
      UNION ALL
      SELECT part, ordinal FROM furnished_withdrawn WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ?) f
GROUP BY part ORDER BY part
-- name: insert_refusal
INSERT INTO refusal (lender, account_id, bureau, environment, run_id, kind, part, ordinal, answered_at, reason, code, tag)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- The records of a file that the bureau has loaded since, out of a file made before: the same bytes, the same account's report of the
-- same day, or the same of a person on another day. Parameters: those of the file.
-- name: repeated
SELECT f.part, f.ordinal, l.submission
FROM furnished f
JOIN furnished o ON o.lender = f.lender AND o.account_id = f.account_id AND o.bureau = f.bureau AND o.environment = f.environment
 AND o.kind = f.kind AND o.run_id BETWEEN 1 AND f.run_id - 1
 AND (o.digest = f.digest OR f.kind = '210' AND o.reported_on = f.reported_on
      OR f.kind = '110' AND REPLACE(o.facts, o.reported_on, '') = REPLACE(f.facts, f.reported_on, ''))
JOIN submission l ON l.lender = o.lender AND l.bureau = o.bureau AND l.environment = o.environment AND l.run_id = o.run_id
 AND l.kind = o.kind AND (o.part > l.from_part OR o.part = l.from_part AND o.ordinal >= l.from_ordinal)
 AND (o.part < l.to_part OR o.part = l.to_part AND o.ordinal <= l.to_ordinal)
JOIN submission_state t ON t.bureau = l.bureau AND t.environment = l.environment AND t.submission = l.submission
JOIN runs r ON r.run_id = f.run_id
WHERE f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = ? AND f.kind = ?
  AND (f.part > ? OR f.part = ? AND f.ordinal >= ?) AND (f.part < ? OR f.part = ? AND f.ordinal <= ?)
  AND t.state = 'ACCEPTED' AND t.at > r.generated_at
  AND NOT EXISTS (SELECT 1 FROM submission_state n
                  WHERE n.bureau = t.bureau AND n.environment = t.environment AND n.submission = t.submission
                    AND n.`number` > t.`number`)
  AND NOT EXISTS (SELECT 1 FROM refusal a
                  WHERE a.lender = o.lender AND a.account_id = o.account_id AND a.bureau = o.bureau AND a.environment = o.environment
                    AND a.run_id = o.run_id AND a.kind = o.kind AND a.part = o.part AND a.ordinal = o.ordinal
                    AND a.answered_at = t.at)
ORDER BY f.part, f.ordinal, l.submission LIMIT 1
-- The records of a file whose account is blocked by now, but for those that take it back. Parameters: those of the file, today, today.
-- name: blocked
SELECT f.part, f.ordinal
FROM furnished f
JOIN bureau_facts b ON b.lender = f.lender AND b.account_id = f.account_id AND b.bureau = f.bureau AND b.`key` = 'furnish_block'
WHERE f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = ? AND f.kind = ?
  AND (f.part > ? OR f.part = ? AND f.ordinal >= ?) AND (f.part < ? OR f.part = ? AND f.ordinal <= ?)
  AND f.kind <> '214' AND b.`value` = 'yes' AND b.effective_on <= ?
  AND NOT EXISTS (SELECT 1 FROM bureau_facts n WHERE n.fact_id = b.fact_id AND n.revision > b.revision)
  AND NOT EXISTS (SELECT 1 FROM bureau_facts n
                  WHERE n.lender = b.lender AND n.account_id = b.account_id AND n.bureau = b.bureau AND n.`key` = b.`key`
                    AND n.`value` <> 'yes' AND n.effective_on <= ?
                    AND (n.effective_on > b.effective_on OR n.effective_on = b.effective_on AND n.posted_at > b.posted_at
                         OR n.effective_on = b.effective_on AND n.posted_at = b.posted_at AND n.fact_id > b.fact_id)
                    AND NOT EXISTS (SELECT 1 FROM bureau_facts m WHERE m.fact_id = n.fact_id AND m.revision > n.revision))
ORDER BY f.part, f.ordinal LIMIT 1
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
-- The records of one file of a withdrawn night. Parameters: lender, bureau, environment, run, kind, from part, from part, from
-- ordinal, to part, to part, to ordinal.
-- name: bring_back
INSERT IGNORE INTO furnished (lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts)
SELECT lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts
FROM furnished_withdrawn WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ?
  AND (part > ? OR part = ? AND ordinal >= ?) AND (part < ? OR part = ? AND ordinal <= ?)
