-- What an account was, run by run, and every record that a bureau was told of it.
-- The standings of published runs; to is the as-of of the run that replaced one. Parameters: lender, account, twice.
-- name: spans
SELECT h.run_id, h.from_as_of, h.to_as_of, h.currency, h.oldest_due_on, h.balance, h.charged_off_on, h.closed_on
FROM standing_history h WHERE h.lender = ? AND h.account_id = ?
UNION ALL
SELECT s.run_id, r.as_of, NULL, s.currency, s.oldest_due_on, s.balance, s.charged_off_on, s.closed_on
FROM standing s JOIN runs r ON r.run_id = s.run_id
WHERE s.lender = ? AND s.account_id = ? AND s.run_id > 0 AND r.state = 'PUBLISHED'
  AND NOT EXISTS (SELECT 1 FROM standing_history h
      WHERE h.lender = s.lender AND h.account_id = s.account_id AND h.run_id = s.run_id)
ORDER BY 1
-- What was told, and what a withdrawn run would have told. Parameters: lender, account, twice.
-- name: records
SELECT f.bureau, f.run_id, f.kind, f.part, f.ordinal, f.code, f.reported_on, s.submission, a.code, a.tag
FROM (SELECT lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on
      FROM furnished WHERE lender = ? AND account_id = ? AND run_id >= 0
      UNION
      SELECT lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on
      FROM furnished_withdrawn WHERE lender = ? AND account_id = ?) f
LEFT JOIN submission s ON {files.lies_in}
LEFT JOIN refusal a ON {files.refused} AND a.reason = 1
  AND a.answered_at = (SELECT t.at FROM submission_state t WHERE {files.move_of_file} AND {files.newest})
ORDER BY f.run_id, f.bureau, f.kind, f.part, f.ordinal
-- Parameters: lender, run, bureau, kind, part, ordinal, twice.
-- name: record_at
SELECT account_id, code, reported_on, digest, facts, subject, act, moment, speaks_of, is_negative, is_last, overdue FROM furnished
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ? AND part = ? AND ordinal = ?
UNION ALL
SELECT account_id, code, reported_on, digest, facts, subject, act, moment, speaks_of, is_negative, is_last, overdue FROM furnished_withdrawn
WHERE lender = ? AND run_id = ? AND bureau = ? AND kind = ? AND part = ? AND ordinal = ?
