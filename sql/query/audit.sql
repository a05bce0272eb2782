-- name: last
SELECT `number`, hash FROM audit_event WHERE lender = ? ORDER BY lender, `number` DESC LIMIT 1
-- name: append
INSERT INTO audit_event (lender, `number`, event, hash, run_id, step) VALUES (?, ?, ?, ?, ?, ?)
-- name: step
SELECT `number` FROM audit_event WHERE lender = ? AND run_id = ? AND step = ?
-- name: after
SELECT `number`, event, hash FROM audit_event WHERE lender = ? AND `number` > ? ORDER BY lender, `number`
-- name: of_run
SELECT `number`, event, hash FROM audit_event WHERE lender = ? AND run_id = ? ORDER BY lender, `number`
