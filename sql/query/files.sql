-- How far a bureau's files got, and which records lie in them: s is a file's submission, t a move of it, f a record, a what the bureau
-- refused of it.
-- part: move_of_file
t.bureau = s.bureau AND t.environment = s.environment AND t.submission = s.submission
-- part: moves
submission s JOIN submission_state t ON {move_of_file}
-- The file's newest state.
-- part: newest
t.`number` = (SELECT MAX(n.`number`) FROM submission_state n
              WHERE n.bureau = s.bureau AND n.environment = s.environment AND n.submission = s.submission)
-- Its newest state at an instant. Parameters: the instant, twice.
-- part: newest_at
t.at <= ? AND NOT EXISTS (SELECT 1 FROM submission_state n
                          WHERE n.bureau = t.bureau AND n.environment = t.environment AND n.submission = t.submission
                            AND n.`number` > t.`number` AND n.at <= ?)
-- Its newest state at an instant, where that is one of some, with a space around each, or it got any further since another instant.
-- Parameters: the other, the states, the instant, twice.
-- part: moved
(t.at >= ? OR LOCATE(CONCAT(' ', t.state, ' '), ?) > 0) AND {newest_at}
-- The record, or what was refused of one, lies in the file.
-- part: lies_in
f.lender = s.lender AND f.bureau = s.bureau AND f.environment = s.environment AND f.run_id = s.run_id AND f.kind = s.kind
AND (f.part > s.from_part OR f.part = s.from_part AND f.ordinal >= s.from_ordinal)
AND (f.part < s.to_part OR f.part = s.to_part AND f.ordinal <= s.to_ordinal)
-- The same of a file that is known. Parameters: lender, bureau, environment, run, kind, from part, from part, from ordinal, to part, to
-- part, to ordinal.
-- part: of_file
f.lender = ? AND f.bureau = ? AND f.environment = ? AND f.run_id = ? AND f.kind = ?
AND (f.part > ? OR f.part = ? AND f.ordinal >= ?) AND (f.part < ? OR f.part = ? AND f.ordinal <= ?)
-- part: refused
a.lender = f.lender AND a.account_id = f.account_id AND a.bureau = f.bureau AND a.environment = f.environment
AND a.run_id = f.run_id AND a.kind = f.kind AND a.part = f.part AND a.ordinal = f.ordinal
-- What a record consists of, as it is kept and as a withdrawn one.
-- part: record
lender, account_id, bureau, environment, run_id, kind, part, ordinal, code, reported_on, digest, facts,
  subject, act, moment, speaks_of, is_negative, is_last, overdue
