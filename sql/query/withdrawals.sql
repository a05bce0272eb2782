-- How a published night is taken back: what it wrote goes, what it replaced holds again, and what it would have told is nobody's.
-- name: begin
UPDATE runs SET state = 'WITHDRAWING', withdrawn_at = ?, withdrawn_by_one = ?, withdrawn_by_two = ?, withdrawn_because = ?,
    told_kept = ? WHERE run_id = ? AND state = 'PUBLISHED'
-- name: known_after
SELECT import_id FROM import_lenders WHERE lender = ? AND known_from > ? ORDER BY import_id LIMIT 1
-- name: end
UPDATE runs SET state = 'WITHDRAWN' WHERE run_id = ? AND state = 'WITHDRAWING'
-- The standings that a run replaced, in key order. Parameters: lender, run, from.
-- name: replaced
SELECT account_id, run_id FROM standing_history
WHERE lender = ? AND replaced_by_run = ? AND account_id >= ? ORDER BY account_id, run_id LIMIT 2000
-- name: restore_standing
INSERT IGNORE INTO standing ({standing.columns})
SELECT {standing.columns}
FROM standing_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: restore_arrears
INSERT IGNORE INTO arrear ({standing.arrear_columns})
SELECT {standing.arrear_columns}
FROM arrear_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: restore_reviews
INSERT IGNORE INTO review ({standing.review_columns})
SELECT {standing.review_columns}
FROM review_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_arrear_history
DELETE FROM arrear_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_review_history
DELETE FROM review_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- name: drop_standing_history
DELETE FROM standing_history WHERE lender = ? AND account_id = ? AND run_id = ?
-- The records of one file. Parameters: those of the file.
-- name: keep_furnished
INSERT IGNORE INTO furnished_withdrawn ({files.record})
SELECT {files.record} FROM furnished f WHERE {files.of_file}
-- name: drop_furnished
DELETE FROM furnished f WHERE {files.of_file} LIMIT 10000
