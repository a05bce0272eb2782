-- The records that stand in a file of a bureau, and what the bureau answered to them.
-- The newest word that people said of a record since it was refused, or an empty text.
-- part: word
COALESCE((SELECT w.word FROM record_word w
        WHERE w.lender = f.lender AND w.account_id = f.account_id AND w.bureau = f.bureau AND w.environment = f.environment
          AND w.run_id = f.run_id AND w.kind = f.kind AND w.part = f.part AND w.ordinal = f.ordinal AND w.said_at > a.answered_at
        ORDER BY w.said_at DESC LIMIT 1), '') AS word
-- The record has not been told anew since.
-- part: not_anew
NOT EXISTS (SELECT 1 FROM furnished n
            WHERE n.lender = f.lender AND n.account_id = f.account_id AND n.bureau = f.bureau AND n.environment = f.environment
              AND n.run_id > f.run_id AND n.kind = f.kind AND n.reported_on >= f.reported_on)
-- The records of a file that the bureau has not loaded, in their order, unless they have been told anew since: first of a file
-- that is not answered or was refused whole (some of them by name, as a .bad does), then those that were refused one by one. Each has
-- what it was refused for and the newest word that people said of it since, or two empty texts and none.
-- Parameters: instant of the file's last move, lender, bureau, environment, run, kind, from part, from part, from ordinal, to part,
-- to part, to ordinal.
-- name: unanswered_records
SELECT f.account_id, f.kind, f.reported_on, COALESCE(a.code, ''), COALESCE(a.tag, ''), f.part, f.ordinal,
       {word}
FROM furnished f
LEFT JOIN refusal a ON {files.refused} AND a.answered_at = ? AND a.reason = 1
WHERE {files.of_file}
  AND {not_anew}
ORDER BY f.part, f.ordinal
-- name: refused_records
SELECT f.account_id, f.kind, f.reported_on, a.code, a.tag, a.part, a.ordinal,
       {word}
FROM refusal a JOIN furnished f ON {files.refused}
WHERE a.answered_at = ? AND a.reason = 1 AND {files.of_file}
  AND {not_anew}
ORDER BY a.part, a.ordinal
-- Each reason that an answer gave, as place and code. Parameters: instant of the answer, lender, bureau, environment, run, kind, and
-- the file's ends as above.
-- name: reasons
SELECT f.part, f.ordinal, f.code
FROM refusal f WHERE f.answered_at = ? AND {files.of_file}
ORDER BY f.part, f.ordinal, f.reason
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
-- The records of one file of a withdrawn night. Parameters: those of the file.
-- name: bring_back
INSERT IGNORE INTO furnished ({files.record})
SELECT {files.record} FROM furnished_withdrawn f WHERE {files.of_file}
-- How many records of a run do some acts. Parameters: lender, run, bureau, the acts, with a space around each.
-- name: corrections
SELECT COUNT(*) FROM furnished WHERE lender = ? AND run_id = ? AND bureau = ? AND LOCATE(CONCAT(' ', act, ' '), ?) > 0
