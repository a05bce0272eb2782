-- The records that stand in a file of a bureau, and what the bureau answered to them.
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
 AND (o.digest = f.digest OR f.subject = 'ACCOUNT' AND f.act = 'REPORT' AND o.reported_on = f.reported_on
      OR f.subject = 'PERSON' AND REPLACE(o.facts, o.reported_on, '') = REPLACE(f.facts, f.reported_on, ''))
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
  AND f.act <> 'RETRACT_ACCOUNT' AND b.`value` = 'yes' AND b.effective_on <= ?
  AND NOT EXISTS (SELECT 1 FROM bureau_facts n WHERE n.fact_id = b.fact_id AND n.revision > b.revision)
  AND NOT EXISTS (SELECT 1 FROM bureau_facts n
                  WHERE n.lender = b.lender AND n.account_id = b.account_id AND n.bureau = b.bureau AND n.`key` = b.`key`
                    AND n.`value` <> 'yes' AND n.effective_on <= ?
                    AND (n.effective_on > b.effective_on OR n.effective_on = b.effective_on AND n.posted_at > b.posted_at
                         OR n.effective_on = b.effective_on AND n.posted_at = b.posted_at AND n.fact_id > b.fact_id)
                    AND NOT EXISTS (SELECT 1 FROM bureau_facts m WHERE m.fact_id = n.fact_id AND m.revision > n.revision))
ORDER BY f.part, f.ordinal LIMIT 1
-- The records of one file of a withdrawn night. Parameters: lender, bureau, environment, run, kind, from part, from part, from
-- ordinal, to part, to part, to ordinal.
-- name: bring_back
INSERT IGNORE INTO furnished (lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts,
  subject, act, moment, speaks_of, is_negative, is_last, overdue)
SELECT lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts,
  subject, act, moment, speaks_of, is_negative, is_last, overdue
FROM furnished_withdrawn WHERE lender = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ?
  AND (part > ? OR part = ? AND ordinal >= ?) AND (part < ? OR part = ? AND ordinal <= ?)
-- How many records of a run take back or restate what a bureau was told. Parameters: lender, run, bureau.
-- name: corrections
SELECT COUNT(*) FROM furnished WHERE lender = ? AND run_id = ? AND bureau = ? AND act <> 'REPORT'
