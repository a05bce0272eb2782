-- Which accounts a night must look at: those with a fact that became known since the last published run's cutoff, each with the
-- first day of the past that the fact changes; those that the calendar can have changed; and those that a bureau waits for.
-- A corrected fact changes the past from its earlier form's day on, and an instalment every balance: then it is all of the past.
-- Parameters of the facts: run, lender, after, up to; of woken: run, lender, as-of, last published run; of acting: run, lender,
-- after, up to; of waiting: run, lender, last published run; of files_moved as of submissions' moved; of in_file: run, from which day
-- on, those of the file; of answered, spoken_of and baseline_loaded: run, from which day on, lender, last published run's generation, this
-- one's.
-- name: known_accounts
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(CASE WHEN revision > 1 THEN DATE '1000-01-01' ELSE opened_on END) FROM accounts WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_instalments
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, DATE '1000-01-01' FROM instalments WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- Behind the run: the types that change any day of the past, and those whose reversal does, with a space around each.
-- name: known_entries
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(CASE WHEN revision > 1 OR LOCATE(CONCAT(' ', type, ' '), ?) > 0 OR reverses IS NOT NULL AND EXISTS (
    SELECT 1 FROM entries r WHERE r.lender = e.lender AND r.account_id = e.account_id AND r.entry_id = e.reverses
                              AND LOCATE(CONCAT(' ', r.type, ' '), ?) > 0)
    THEN DATE '1000-01-01' ELSE value_on END)
FROM entries e WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_agreements
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(CASE WHEN revision > 1 THEN DATE '1000-01-01' ELSE effective_on END) FROM agreements
WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_statements
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(CASE WHEN revision > 1 THEN DATE '1000-01-01' ELSE statement_on END) FROM statements
WHERE lender = ? AND known_at > ? AND known_at <= ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: known_bureau_facts
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(CASE WHEN revision > 1 THEN DATE '1000-01-01' ELSE effective_on END) FROM bureau_facts
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
-- name: known_party_borrowers
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, p.account_id FROM borrowers b JOIN parties p ON p.borrower_id = b.borrower_id
WHERE p.lender = ? AND b.known_at > ? AND b.known_at <= ?
-- Which account carries what is told of a person can change with any account that the person has or had.
-- name: known_siblings
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, o.account_id
FROM accounts a
JOIN accounts f ON f.lender = a.lender AND f.account_id = a.account_id
JOIN accounts o ON o.borrower_id = f.borrower_id AND o.lender = a.lender
WHERE a.lender = ? AND a.known_at > ? AND a.known_at <= ?
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
-- name: acting_facts
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM bureau_facts
WHERE lender = ? AND account_id <> '' AND effective_on > ? AND effective_on <= ?
-- name: acting_person_facts
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, a.account_id FROM bureau_facts f JOIN accounts a ON a.borrower_id = f.borrower_id
WHERE f.account_id = '' AND a.lender = ? AND f.effective_on > ? AND f.effective_on <= ?
-- name: acting_parties
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM parties WHERE lender = ? AND from_on > ? AND from_on <= ?
-- The last day of a party is its own: what is told changes the day after.
-- name: acting_parties_ended
INSERT IGNORE INTO night_accounts (run_id, account_id)
SELECT DISTINCT ?, account_id FROM parties WHERE lender = ? AND to_on >= ? AND to_on <= ?
-- name: waiting
INSERT INTO night_accounts (run_id, account_id, since)
SELECT ?, account_id, MIN(since) FROM pending WHERE lender = ? AND run_id = ? GROUP BY account_id
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- The files that wait, or got any further since, of each bureau, and the states that they came from.
-- name: files_moved
SELECT s.lender, s.bureau, s.environment, s.run_id, s.kind, s.from_part, s.from_ordinal, s.to_part, s.to_ordinal, t.state,
       (SELECT p.state FROM submission_state p
        WHERE p.bureau = t.bureau AND p.environment = t.environment AND p.submission = t.submission AND p.`number` = t.`number` - 1)
FROM {files.moves}
WHERE s.lender = ? AND {files.moved}
-- name: in_file
INSERT INTO night_accounts (run_id, account_id, since)
SELECT DISTINCT ?, f.account_id, CAST(? AS DATE) FROM furnished f WHERE {files.of_file}
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: answered
INSERT INTO night_accounts (run_id, account_id, since)
SELECT DISTINCT ?, account_id, CAST(? AS DATE) FROM refusal WHERE lender = ? AND answered_at >= ? AND answered_at <= ?
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: spoken_of
INSERT INTO night_accounts (run_id, account_id, since)
SELECT DISTINCT ?, account_id, CAST(? AS DATE) FROM record_word WHERE lender = ? AND said_at >= ? AND said_at <= ?
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- Of parts loaded since, of each bureau.
-- name: baseline_loaded
INSERT INTO night_accounts (run_id, account_id, since)
SELECT DISTINCT ?, f.account_id, CAST(? AS DATE)
FROM baseline_load b
JOIN furnished f ON f.lender = b.lender AND f.run_id = 0 AND f.bureau = b.bureau AND f.environment = b.environment AND f.part = b.part
WHERE b.lender = ? AND b.at >= ? AND b.at <= ?
ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since))
-- name: count
SELECT COUNT(*) FROM night_accounts WHERE run_id = ?
-- name: nth
SELECT account_id FROM night_accounts WHERE run_id = ? ORDER BY run_id, account_id LIMIT 1 OFFSET ?
-- What a ladder looks at: what is overdue, and what can fall due by a day. Parameters: run, lender, that day.
-- name: overdue
INSERT IGNORE INTO night_overdue (run_id, account_id)
SELECT DISTINCT ?, account_id FROM standing WHERE lender = ? AND closed_on IS NULL AND (oldest_due_on IS NOT NULL OR wakes_on <= ?)
-- The same of standings that have been replaced since, which a replay asks for. Parameters: run, lender, that day, last run, last run.
-- name: overdue_replaced
INSERT IGNORE INTO night_overdue (run_id, account_id)
SELECT DISTINCT ?, account_id FROM standing_history
WHERE lender = ? AND closed_on IS NULL AND (oldest_due_on IS NOT NULL OR wakes_on <= ?) AND run_id BETWEEN 1 AND ? AND replaced_by_run > ?
-- name: count_overdue
SELECT COUNT(*) FROM night_overdue WHERE run_id = ?
-- name: nth_overdue
SELECT account_id FROM night_overdue WHERE run_id = ? ORDER BY run_id, account_id LIMIT 1 OFFSET ?
