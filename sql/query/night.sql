-- Which accounts a night must look at: those with a fact that became known since the last published run's cutoff, each with the
-- first day of the past that the fact changes; those that the calendar can have changed; and those that a bureau waits for.
-- Parameters of the facts: run, lender, after, up to; of woken: run, lender, as-of, last published run; of waiting: run,
-- lender, last published run.
-- name: known_accounts
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(opened_on) FROM accounts WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_instalments
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(due_on) FROM instalments WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_entries
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(value_on) FROM entries WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_agreements
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(effective_on) FROM agreements WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_bureau_facts
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(effective_on) FROM bureau_facts
WHERE lender = ? AND account_id <> '' AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_parties
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM parties WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: known_notices
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM notices WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: known_disputes
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM disputes WHERE lender = ? AND known_at > ? AND known_at <= ?
-- name: known_borrowers
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, a.account_id FROM borrowers b JOIN accounts a ON a.borrower_id = b.borrower_id
WHERE a.lender = ? AND b.known_at > ? AND b.known_at <= ?
-- name: known_consents
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, a.account_id FROM consents c JOIN accounts a ON a.borrower_id = c.borrower_id
WHERE a.lender = ? AND c.known_at > ? AND c.known_at <= ?
-- name: known_person_facts
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, a.account_id FROM bureau_facts f JOIN accounts a ON a.borrower_id = f.borrower_id
WHERE f.account_id = '' AND a.lender = ? AND f.known_at > ? AND f.known_at <= ?
-- name: woken
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT ?, account_id FROM standing WHERE lender = ? AND wakes_on <= ? AND run_id BETWEEN 1 AND ?
-- name: waiting
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM pending WHERE lender = ? AND run_id = ?
-- Accounts of records that a bureau refused, or whose file was refused or made void. Parameters: run, lender, after, up to.
-- name: answered
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM answer WHERE lender = ? AND answered_at > ? AND answered_at <= ?
-- name: undone
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, f.account_id
FROM submission_state t
JOIN submission s ON s.bureau = t.bureau AND s.environment = t.environment AND s.submission = t.submission
JOIN furnished f ON f.lender = s.lender AND f.run_id = s.run_id AND f.bureau = s.bureau AND f.kind = s.kind
WHERE s.lender = ? AND t.state IN ('REJECTED', 'VOID') AND t.at > ? AND t.at <= ?
-- name: count
SELECT COUNT(*) FROM night_accounts WHERE run_id = ?
-- name: nth
SELECT account_id FROM night_accounts WHERE run_id = ? ORDER BY run_id, account_id LIMIT 1 OFFSET ?
