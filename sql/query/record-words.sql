-- What people say of records that a bureau refused.
-- The reasons for which a record was refused, by its file's newest answer. Parameters: lender, account, bureau, environment, run, kind,
-- part, ordinal, instant of the answer.
-- name: reasons
SELECT code, tag FROM refusal
WHERE lender = ? AND account_id = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ? AND part = ? AND ordinal = ?
  AND answered_at = ?
ORDER BY reason
-- The newest word said of a record since an instant. Parameters: as above.
-- name: newest
SELECT word FROM record_word
WHERE lender = ? AND account_id = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ? AND part = ? AND ordinal = ?
  AND said_at > ?
ORDER BY said_at DESC LIMIT 1
-- How often was anything said of a record. Parameters: lender, account, bureau, environment, run, kind, part, ordinal.
-- name: count
SELECT COUNT(*) FROM record_word
WHERE lender = ? AND account_id = ? AND bureau = ? AND environment = ? AND run_id = ? AND kind = ? AND part = ? AND ordinal = ?
-- name: insert
INSERT INTO record_word (lender, account_id, bureau, environment, run_id, kind, part, ordinal, said_at, word, by_one, by_two, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
