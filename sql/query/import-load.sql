-- One insert a feed: the feed's columns in its layout's order, the digits of its telephones, then what the import adds.
-- name: borrowers
INSERT INTO borrowers (
    borrower_id, full_name, surname, given_name, middle_name, id_type, id_number, birth_date, phone, address_line1,
    address_line2, city, region, postal_code, country, phone_digits, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: accounts
INSERT INTO accounts (
    account_id, lender, product, borrower_id, opened_on, matures_on, currency, principal, term_count,
    repayment_frequency, repayment_method, annual_rate, kind, line_id, line_limit, joint_loan_id, revision, known_at,
    import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: instalments
INSERT INTO instalments (
    account_id, schedule_version, `number`, due_on, principal, interest, fee, penalty, lender, revision, known_at,
    import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: entries
INSERT INTO entries (
    entry_id, account_id, type, value_on, posted_at, amount, reverses, principal, interest, fee, penalty, paid_by,
    reference, damages, lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: agreements
INSERT INTO agreements (
    agreement_id, account_id, type, agreed_on, effective_on, posted_at, schedule_version, channel, evidence, amount,
    until_on, agency, terms, lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: consents
INSERT INTO consents (
    borrower_id, bureau, form_version, given_at, withdrawn_at, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: notices
INSERT INTO notices (
    notice_id, account_id, kind, channel, sent_at, delivered_at, evidence, lender, revision, known_at, import_id,
    digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: disputes
INSERT INTO disputes (
    dispute_id, account_id, opened_on, reason, resolved_on, outcome, lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: contacts
INSERT INTO contacts (
    contact_id, account_id, name, relation, phone, opted_out_at, erased_at, source, relation_class, phone_digits,
    lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: contact_attempts
INSERT INTO contact_attempts (
    attempt_id, account_id, contact_id, channel, attempted_at, outcome, party, party_id, handle_id, direction,
    people, handle, lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: stops
INSERT INTO stops (
    stop_id, borrower_id, account_id, contact_id, channel, handle_id, kind, from_on, to_on, reference, posted_at,
    handle, lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: statements
INSERT INTO statements (
    statement_id, account_id, statement_on, due_on, minimum_principal, minimum_interest, minimum_fee, balance, past_due,
    posted_at, lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: parties
INSERT INTO parties (
    party_id, account_id, borrower_id, role, amount, from_on, to_on, lender, revision, known_at, import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
-- name: bureau_facts
INSERT INTO bureau_facts (
    fact_id, bureau, account_id, borrower_id, `key`, `value`, effective_on, posted_at, lender, revision, known_at,
    import_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
