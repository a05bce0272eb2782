-- name: last
SELECT `number`, hash FROM audit_event WHERE lender = ? ORDER BY lender, `number` DESC LIMIT 1
-- name: append
INSERT INTO audit_event (lender, `number`, event, hash) VALUES (?, ?, ?, ?)
-- name: all
SELECT `number`, event, hash FROM audit_event WHERE lender = ? ORDER BY lender, `number`
