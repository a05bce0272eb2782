-- What decides who is contacted about an account, beyond the ledger, of the accounts of a scope in key order, as known at a cutoff.
-- Parameters: those of the scope, and then what each names. A person is one (id_type, id_number), whatever ids the core gave him (L5).
-- Every form of the account and of its borrower: the newest counts, and the older ones say since when a phone is known.
-- Behind the range: cutoff, cutoff.
-- name: borrowers
SELECT {scope.hint} x.account_id, x.revision, b.revision, b.known_at, b.borrower_id, b.id_type, b.id_number, b.phone_digits, b.country,
       b.region
FROM accounts x {scope.join} JOIN borrowers b ON b.borrower_id = x.borrower_id
WHERE {scope.within} AND x.known_at <= ? AND b.known_at <= ?
ORDER BY {scope.order}
-- Behind the range: cutoff, cutoff.
-- name: parties
SELECT {scope.hint} x.account_id, x.revision, b.revision, b.known_at, b.borrower_id, b.id_type, b.id_number, b.phone_digits, b.country,
       b.region, x.party_id, x.role, x.amount, x.from_on, x.to_on
FROM parties x {scope.join} JOIN borrowers b ON b.borrower_id = x.borrower_id
WHERE {scope.within} AND x.known_at <= ? AND b.known_at <= ?
ORDER BY {scope.order}
-- Behind the range: cutoff.
-- name: contacts
SELECT {scope.hint} x.account_id, x.revision, x.contact_id, x.known_at, x.phone_digits, x.source, x.erased_at
FROM contacts x {scope.join}
WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- What else says that the borrower of an account with contacts can be reached: numbers under other ids of his that have an account of
-- the lender, and payments of his other accounts, of those valued by the as-of date the last alone. Numbers: cutoff, cutoff, those of the
-- scope. Last payments: those of payment, as-of date, cutoff, cutoff, those of the scope. Later ones: cutoff, cutoff, those of payment,
-- as-of date, those of the scope.
-- part: with_contacts
EXISTS (SELECT 1 FROM contacts c WHERE c.lender = x.lender AND c.account_id = x.account_id)
-- part: same_person
JOIN borrowers b ON b.borrower_id = x.borrower_id AND b.known_at <= ?
JOIN borrowers d ON d.id_type = b.id_type AND d.id_number = b.id_number AND d.known_at <= ?
-- part: other_account
JOIN accounts o ON o.borrower_id = d.borrower_id AND o.lender = x.lender AND o.account_id <> x.account_id
-- Parameter: types of entries, with a space around each.
-- part: paid
LOCATE(CONCAT(' ', e.type, ' '), ?) > 0 AND e.amount > 0
-- By the newest form of an entry that is known. Parameters: those of paid, cutoff, cutoff.
-- part: payment
e.lender = o.lender AND e.account_id = o.account_id AND {paid} AND e.known_at <= ?
  AND NOT EXISTS (SELECT 1 FROM entries n WHERE n.entry_id = e.entry_id AND n.revision > e.revision AND n.known_at <= ?)
-- name: elsewhere
SELECT /*+ JOIN_ORDER({scope.first}, b, d, o) INDEX(o accounts_borrower) */ DISTINCT x.account_id AS of_account, NULL AS paid_on,
       d.borrower_id, d.revision, d.known_at, d.phone_digits, d.country
FROM accounts x {scope.join}
{same_person}
JOIN accounts o ON o.borrower_id = d.borrower_id AND o.lender = x.lender
WHERE {scope.within} AND d.borrower_id <> x.borrower_id AND {with_contacts}
UNION
SELECT /*+ JOIN_ORDER({scope.first}, b, d, o) INDEX(o accounts_borrower) */ x.account_id,
       (SELECT /*+ INDEX(e PRIMARY) */ e.value_on FROM entries e
        WHERE {payment} AND e.value_on <= ? ORDER BY e.value_on DESC LIMIT 1),
       NULL, NULL, NULL, NULL, NULL
FROM accounts x {scope.join}
{same_person}
{other_account}
WHERE {scope.within} AND {with_contacts}
UNION
SELECT /*+ JOIN_ORDER({scope.first}, b, d, o, e) INDEX(o accounts_borrower) INDEX(e PRIMARY) */ x.account_id, e.value_on,
       NULL, NULL, NULL, NULL, NULL
FROM accounts x {scope.join}
{same_person}
{other_account}
JOIN entries e ON {payment} AND e.value_on > ?
WHERE {scope.within} AND {with_contacts}
ORDER BY of_account, paid_on, borrower_id, revision
-- Behind the range: cutoff.
-- name: disputes
SELECT {scope.hint} x.account_id, x.revision, x.dispute_id, x.opened_on, x.resolved_on
FROM disputes x {scope.join}
WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- Behind the range: cutoff.
-- name: notices
SELECT {scope.hint} x.account_id, x.revision, x.notice_id, x.kind, x.channel, x.sent_at, x.delivered_at, x.evidence
FROM notices x {scope.join}
WHERE {scope.within} AND x.known_at <= ?
ORDER BY {scope.order}
-- part: reject
x.account_id AS of_account, r.import_id, r.feed, r.line, r.row_key
-- Parameters: cutoff, cutoff.
-- part: open
r.opened_at <= ? AND (r.closed_at IS NULL OR r.closed_at > ?)
-- Of a row that names no account that is known. Parameters: cutoff, cutoff, cutoff.
-- part: open_elsewhere
{open} AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = r.account_id AND a.known_at <= ?)
-- Rejected rows of the account; and those without one of the person who owes it, of who answers for it, and of its contacts (L3).
-- Each: those of the scope, then cutoff, cutoff; of the persons and contacts cutoff, cutoff, cutoff.
-- name: rejects
SELECT {scope.hint} {reject}
FROM accounts x {scope.join} JOIN rejects r ON r.account_id = x.account_id
WHERE {scope.within} AND {open}
UNION
SELECT {scope.hint} {reject}
FROM accounts x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers d ON d.id_type = b.id_type AND d.id_number = b.id_number
JOIN rejects r ON r.borrower_id = d.borrower_id
WHERE {scope.within} AND {open_elsewhere}
UNION
SELECT {scope.hint} {reject}
FROM parties x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers d ON d.id_type = b.id_type AND d.id_number = b.id_number
JOIN rejects r ON r.borrower_id = d.borrower_id
WHERE {scope.within} AND {open_elsewhere}
UNION
SELECT {scope.hint} {reject}
FROM contacts x {scope.join} JOIN rejects r ON r.contact_id = x.contact_id
WHERE {scope.within} AND {open_elsewhere}
ORDER BY of_account, import_id, feed, line
-- part: stop
x.account_id AS of_account, t.stop_id, t.revision, t.account_id, t.contact_id, t.channel, t.handle, t.kind, t.from_on, t.to_on,
       d.id_type, d.id_number, d.revision AS person_revision
-- Parameters: cutoff, cutoff, cutoff.
-- part: known_stop
x.known_at <= ? AND t.known_at <= ? AND d.known_at <= ?
-- Stops of the borrower, of who answers for the account and of its contacts. Each: those of the scope, then those of known_stop; of the
-- persons cutoff, too.
-- name: stops
SELECT /*+ JOIN_ORDER({scope.first}, b, d, t) */ {stop}
FROM accounts x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers d ON d.id_type = b.id_type AND d.id_number = b.id_number
JOIN stops t ON t.borrower_id = d.borrower_id
WHERE {scope.within} AND {known_stop} AND b.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, b, d, t) */ {stop}
FROM parties x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers d ON d.id_type = b.id_type AND d.id_number = b.id_number
JOIN stops t ON t.borrower_id = d.borrower_id
WHERE {scope.within} AND {known_stop} AND b.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, t, d) */ {stop}
FROM contacts x {scope.join}
JOIN stops t ON t.contact_id = x.contact_id
JOIN borrowers d ON d.borrower_id = t.borrower_id
WHERE {scope.within} AND {known_stop}
ORDER BY of_account, stop_id
-- part: attempt
x.account_id AS of_account, t.attempt_id, t.revision, t.account_id, t.contact_id, t.channel, t.attempted_at, t.outcome, t.party_id,
       t.handle, t.direction, q.id_type, q.id_number, q.phone_digits, q.known_at AS borrower_known, p.id_type AS party_type,
       p.id_number AS party_number, p.phone_digits AS party_phone, p.known_at AS party_known, c.phone_digits AS contact_phone,
       c.known_at AS contact_known
-- Of whoever an attempt was made for: the borrower, a party, a contact. Parameters: cutoff, cutoff, cutoff.
-- part: touched
JOIN accounts a ON a.lender = t.lender AND a.account_id = t.account_id
JOIN borrowers q ON q.borrower_id = a.borrower_id AND q.known_at <= ?
LEFT JOIN borrowers p ON p.borrower_id = t.party_id AND p.known_at <= ?
LEFT JOIN contacts c ON c.lender = t.lender AND c.account_id = t.account_id AND c.contact_id = t.contact_id AND c.known_at <= ?
-- An index is named wherever another begins with the lender: MySQL takes that one while it has no statistics of what was just imported.
-- Attempts that touch the borrower, a party or a contact, by person over all accounts or by number. Each: cutoff, cutoff, cutoff, those
-- of the scope, cutoff.
-- name: attempts
SELECT /*+ JOIN_ORDER({scope.first}, b, s, o, t, a, q) INDEX(t PRIMARY) INDEX(a PRIMARY) */ {attempt}
FROM accounts x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers s ON s.id_type = b.id_type AND s.id_number = b.id_number
JOIN accounts o ON o.borrower_id = s.borrower_id AND o.lender = x.lender
JOIN contact_attempts t ON t.lender = o.lender AND t.account_id = o.account_id
{touched}
WHERE {scope.within} AND t.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, b, s, t, a, q) INDEX(t contact_attempts_party) INDEX(a PRIMARY) */ {attempt}
FROM accounts x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers s ON s.id_type = b.id_type AND s.id_number = b.id_number
JOIN contact_attempts t ON t.party_id = s.borrower_id AND t.lender = x.lender
{touched}
WHERE {scope.within} AND t.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, b, t, a, q) INDEX(t contact_attempts_handle) INDEX(a PRIMARY) */ {attempt}
FROM accounts x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN contact_attempts t ON t.handle = b.phone_digits AND t.lender = x.lender
{touched}
WHERE {scope.within} AND t.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, t, a, q) INDEX(t contact_attempts_handle) INDEX(a PRIMARY) */ {attempt}
FROM contacts x {scope.join}
JOIN contact_attempts t ON t.handle = x.phone_digits AND t.lender = x.lender
{touched}
WHERE {scope.within} AND t.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, s, t, a, q) INDEX(t contact_attempts_contact) INDEX(a PRIMARY) */ {attempt}
FROM contacts x {scope.join}
JOIN contacts s ON s.phone_digits = x.phone_digits AND s.lender = x.lender
JOIN contact_attempts t ON t.contact_id = s.contact_id AND t.lender = s.lender
{touched}
WHERE {scope.within} AND t.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, b, s, o, t, a, q) INDEX(t PRIMARY) INDEX(a PRIMARY) */ {attempt}
FROM parties x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers s ON s.id_type = b.id_type AND s.id_number = b.id_number
JOIN accounts o ON o.borrower_id = s.borrower_id AND o.lender = x.lender
JOIN contact_attempts t ON t.lender = o.lender AND t.account_id = o.account_id
{touched}
WHERE {scope.within} AND t.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, b, s, t, a, q) INDEX(t contact_attempts_party) INDEX(a PRIMARY) */ {attempt}
FROM parties x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN borrowers s ON s.id_type = b.id_type AND s.id_number = b.id_number
JOIN contact_attempts t ON t.party_id = s.borrower_id AND t.lender = x.lender
{touched}
WHERE {scope.within} AND t.known_at <= ?
UNION ALL
SELECT /*+ JOIN_ORDER({scope.first}, b, t, a, q) INDEX(t contact_attempts_handle) INDEX(a PRIMARY) */ {attempt}
FROM parties x {scope.join}
JOIN borrowers b ON b.borrower_id = x.borrower_id
JOIN contact_attempts t ON t.handle = b.phone_digits AND t.lender = x.lender
{touched}
WHERE {scope.within} AND t.known_at <= ?
ORDER BY of_account, attempt_id
-- The newest attempt that is known and was made by then: one that is dated a year off says nothing of yesterday. Parameters: lender,
-- cutoff, cutoff.
-- name: newest_attempt
SELECT attempted_at FROM contact_attempts WHERE lender = ? AND known_at <= ? AND attempted_at <= ? ORDER BY lender DESC, attempted_at DESC LIMIT 1
