-- What validation asks of the ledger, a chunk of rows at a time. A row's key, what never changes of it, its revisions.
-- name: accounts
SELECT account_id, lender, currency, kind FROM accounts WHERE account_id IN (:ids) ORDER BY account_id, revision
-- name: borrowers
SELECT borrower_id FROM borrowers WHERE revision = 1 AND borrower_id IN (:ids)
-- name: contacts
SELECT contact_id FROM contacts WHERE revision = 1 AND contact_id IN (:ids)
-- name: known-borrowers
SELECT borrower_id, revision, digest FROM borrowers WHERE borrower_id IN (:keys)
-- name: known-accounts
SELECT account_id, lender, currency, revision, digest FROM accounts WHERE account_id IN (:keys)
-- name: known-instalments
SELECT account_id, schedule_version, `number`, revision, digest FROM instalments
WHERE (lender, account_id, schedule_version, `number`) IN (:keys)
-- H2 finds no index for rows of values: all instalments of the accounts, of which the caller takes what it asked for.
-- name: known-instalments-h2
SELECT i.account_id, i.schedule_version, i.`number`, i.revision, i.digest
FROM accounts a JOIN instalments i ON i.lender = a.lender AND i.account_id = a.account_id
WHERE a.revision = 1 AND a.account_id IN (:accounts)
-- name: known-entries
SELECT entry_id, account_id, revision, digest FROM entries WHERE entry_id IN (:keys)
-- name: known-agreements
SELECT agreement_id, account_id, revision, digest FROM agreements WHERE agreement_id IN (:keys)
-- name: known-consents
SELECT borrower_id, bureau, given_at, revision, digest FROM consents WHERE borrower_id IN (:keys)
-- name: known-notices
SELECT notice_id, account_id, revision, digest FROM notices WHERE notice_id IN (:keys)
-- name: known-disputes
SELECT dispute_id, account_id, revision, digest FROM disputes WHERE dispute_id IN (:keys)
-- name: known-contacts
SELECT contact_id, account_id, revision, digest, erased_at FROM contacts WHERE contact_id IN (:keys)
-- name: known-contact_attempts
SELECT attempt_id, account_id, revision, digest FROM contact_attempts WHERE attempt_id IN (:keys)
-- name: known-stops
SELECT stop_id, account_id, revision, digest FROM stops WHERE stop_id IN (:keys)
-- name: known-statements
SELECT statement_id, account_id, revision, digest FROM statements WHERE statement_id IN (:keys)
-- name: known-parties
SELECT party_id, account_id, revision, digest FROM parties WHERE party_id IN (:keys)
-- name: known-bureau_facts
SELECT fact_id, account_id, revision, digest FROM bureau_facts WHERE fact_id IN (:keys)
-- name: any-borrowers
SELECT 1 FROM borrowers LIMIT 1
-- name: any-accounts
SELECT 1 FROM accounts LIMIT 1
-- name: any-instalments
SELECT 1 FROM instalments LIMIT 1
-- name: any-entries
SELECT 1 FROM entries LIMIT 1
-- name: any-agreements
SELECT 1 FROM agreements LIMIT 1
-- name: any-consents
SELECT 1 FROM consents LIMIT 1
-- name: any-notices
SELECT 1 FROM notices LIMIT 1
-- name: any-disputes
SELECT 1 FROM disputes LIMIT 1
-- name: any-contacts
SELECT 1 FROM contacts LIMIT 1
-- name: any-contact_attempts
SELECT 1 FROM contact_attempts LIMIT 1
-- name: any-stops
SELECT 1 FROM stops LIMIT 1
-- name: any-statements
SELECT 1 FROM statements LIMIT 1
-- name: any-parties
SELECT 1 FROM parties LIMIT 1
-- name: any-bureau_facts
SELECT 1 FROM bureau_facts LIMIT 1
