-- The records of a file beside what became known since it was made.
-- The first and the last of the earlier runs with a file of a kind that has moved since an instant. Parameters: lender, bureau, environment,
-- kind, last run, instant.
-- name: runs_moved_since
SELECT MIN(s.run_id), MAX(s.run_id)
FROM {files.moves} WHERE s.lender = ? AND s.bureau = ? AND s.environment = ? AND s.kind = ? AND s.run_id BETWEEN 1 AND ? AND t.at > ?
-- The records of a file, each beside every one of the same account and kind in a file of these runs that has moved since an instant, and how
-- far that one got. Parameters: those of the file, first run, last run, instant.
-- name: beside_moved
SELECT o.account_id, o.part, o.ordinal, o.kind,
       o.code, o.reported_on, o.digest, o.facts, o.subject, o.act, o.moment, o.speaks_of, o.is_negative, o.is_last, o.overdue,
       f.code, f.reported_on, f.digest, f.facts, f.subject, f.act, f.moment, f.speaks_of, f.is_negative, f.is_last, f.overdue,
       s.submission, t.state, a.code
FROM (SELECT f.* FROM furnished f WHERE {files.of_file}) o
JOIN furnished f ON f.lender = o.lender AND f.account_id = o.account_id AND f.bureau = o.bureau AND f.environment = o.environment
 AND f.kind = o.kind AND f.run_id BETWEEN ? AND ?
JOIN submission s ON {files.lies_in} JOIN submission_state t ON {files.move_of_file}
LEFT JOIN refusal a ON {files.refused} AND a.answered_at = t.at AND a.reason = 1
WHERE t.at > ? AND {files.newest}
ORDER BY o.part, o.ordinal, s.submission
-- The records of a file beside the facts of a key of their accounts, and beside every corrected one, which may have been of that key before.
-- Parameters: those of the file, the key.
-- name: beside_facts
SELECT o.account_id, o.part, o.ordinal, o.act, b.bureau, b.revision, b.fact_id, b.`key`, b.`value`, b.effective_on, b.posted_at
FROM (SELECT f.* FROM furnished f WHERE {files.of_file}) o
JOIN bureau_facts b ON b.lender = o.lender AND b.account_id = o.account_id AND (b.`key` = ? OR b.revision > 1)
ORDER BY o.part, o.ordinal, b.fact_id, b.revision
