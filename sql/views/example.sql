-- How a lender's DBA shows a core system to Arrears: a schema of its own with one view a feed, under the feed's name.
--
-- This maps a made-up core schema named core (loans, customers, schedule_lines, postings …). Copy it, put your own tables
-- behind the views, grant SELECT on the schema arrears_feed to the user Arrears connects as (and nothing on core), then:
--
--     arrears import --from-views arrears_feed
--
-- What the columns mean stands in docs/feeds.md; names and meaning are those of the CSV files.
--   * Leave out columns you have nothing for; a view or column of another name is refused, not guessed at.
--   * Amounts are decimals in the currency's major unit (1250.00), never negative. A charge is a PENALTY or FEE entry.
--   * Dates are DATE. Instants are DATETIME in UTC (TIMESTAMP is converted), or text like 2026-11-20T23:59:59+08:00.
--   * Ids are printable ASCII without spaces, at most 64 characters, and never used again for something else.
--   * changed_at (optional, not a feed column) is when the row was last written: with it only rows written since the last
--     pull are read, two days earlier for safety. It must be a stamp that the database sets, never a time of the business:
--     a posting booked today under last week's date would be read by no pull. Where a table has none, add one:
--         ALTER TABLE core.postings ADD COLUMN row_stamp TIMESTAMP(6) NOT NULL
--             DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6);
--     A view over several tables takes the newest of their stamps (GREATEST).
--   * Each pull compares how many rows a view has with how many it gave. Where they differ it says so, and
--     arrears import --from-views arrears_feed --full compares every row and loads what is missing or different.
--   * A row that leaves a view stays in the ledger: state what happened as an entry or an agreement, or as a corrected row.
--   * A view without rows is refused, as a file with only a header is; --empty disputes says that one may have none.
--   * A correction is the same key with other values. What an account belongs to (lender) and its currency never change.
-- A reject shows in rejected.csv of the import, with the row's key; a pull with rejects is pulled whole again the next time.

CREATE SCHEMA arrears_feed;

CREATE VIEW arrears_feed.borrowers AS
SELECT c.customer_no    AS borrower_id,
       c.display_name   AS full_name,
       c.document_type  AS id_type,
       c.document_no    AS id_number,
       c.born_on        AS birth_date,
       c.mobile         AS phone,
       c.city           AS city,
       c.country_code   AS country,
       c.row_stamp      AS changed_at
FROM core.customers c;

CREATE VIEW arrears_feed.accounts AS
SELECT l.loan_no        AS account_id,
       'north'          AS lender,
       l.product_code   AS product,
       l.customer_no    AS borrower_id,
       l.disbursed_on   AS opened_on,
       l.final_due_on   AS matures_on,
       l.currency       AS currency,
       l.amount         AS principal,
       l.terms          AS term_count,
       'MONTHLY'        AS repayment_frequency,
       l.yearly_rate    AS annual_rate,
       'INSTALMENT'     AS kind,
       NULL             AS line_limit,
       l.row_stamp      AS changed_at
FROM core.loans l
WHERE l.state <> 'DRAFT'
UNION ALL
SELECT c.line_no, 'north', c.product_code, c.customer_no, c.signed_on, NULL, c.currency, 0, 0, 'MONTHLY', NULL,
       'REVOLVING', c.first_limit, c.row_stamp
FROM core.credit_lines c;

-- Every version of a schedule stays: a rescheduled loan has the lines of version 2 beside those of version 1.
CREATE VIEW arrears_feed.instalments AS
SELECT s.loan_no         AS account_id,
       s.plan_version    AS schedule_version,
       s.line_no         AS number,
       s.due_on          AS due_on,
       s.principal_due   AS principal,
       s.interest_due    AS interest,
       s.fee_due         AS fee,
       s.row_stamp       AS changed_at
FROM core.schedule_lines s;

-- A cancelled posting is a row of its own, a REVERSAL, dated when it was cancelled.
CREATE VIEW arrears_feed.entries AS
SELECT CONCAT('P', p.posting_id) AS entry_id,
       p.loan_no                 AS account_id,
       CASE p.kind
           WHEN 'PAY' THEN 'REPAYMENT'
           WHEN 'PEN' THEN 'PENALTY'
           WHEN 'WOF' THEN 'WRITE_OFF'
           WHEN 'DRAW' THEN 'DISBURSEMENT'
           ELSE p.kind
       END                       AS type,
       p.value_on                AS value_on,
       p.booked_at               AS posted_at,
       p.amount                  AS amount,
       NULL                      AS reverses,
       p.row_stamp               AS changed_at
FROM core.postings p
UNION ALL
SELECT CONCAT('R', p.posting_id),
       p.loan_no,
       'REVERSAL',
       p.cancelled_on,
       p.cancelled_at,
       p.amount,
       CONCAT('P', p.posting_id),
       p.row_stamp
FROM core.postings p
WHERE p.cancelled_at IS NOT NULL;

-- A rescheduled loan: the agreement puts the version of the schedule in force that stands beside the old one above.
CREATE VIEW arrears_feed.agreements AS
SELECT CONCAT('G', a.amendment_id) AS agreement_id,
       a.loan_no                   AS account_id,
       CASE a.kind
           WHEN 'EXT' THEN 'EXTENSION'
           WHEN 'PLAN' THEN 'INSTALMENT_PLAN'
           WHEN 'SOLD' THEN 'TRANSFER'
           WHEN 'PTP' THEN 'PROMISE'
           ELSE a.kind
       END                         AS type,
       a.signed_on                 AS agreed_on,
       a.effective_on              AS effective_on,
       a.booked_at                 AS posted_at,
       a.plan_version              AS schedule_version,
       a.promised                  AS amount,
       a.promised_until            AS until_on,
       a.row_stamp                 AS changed_at
FROM core.amendments a;

-- The bills of lines of credit: what each newly asks for, and the principal that was owed at the end of its day.
CREATE VIEW arrears_feed.statements AS
SELECT CONCAT('M', b.bill_id) AS statement_id,
       b.line_no              AS account_id,
       b.billed_on            AS statement_on,
       b.pay_by               AS due_on,
       b.least_principal      AS minimum_principal,
       b.least_interest       AS minimum_interest,
       b.principal_owed       AS balance,
       b.booked_at            AS posted_at,
       b.row_stamp            AS changed_at
FROM core.bills b;

-- Every call and message, also those that nobody answered: limits are counted over them.
CREATE VIEW arrears_feed.contact_attempts AS
SELECT CONCAT('T', d.dial_id) AS attempt_id,
       d.loan_no              AS account_id,
       'CALL'                 AS channel,
       d.dialled_at           AS attempted_at,
       d.result               AS outcome,
       d.number_dialled       AS handle_id,
       CASE d.inbound WHEN 1 THEN 'INCOMING' ELSE 'OUTGOING' END AS direction,
       d.row_stamp            AS changed_at
FROM core.dials d;

-- Who may not be contacted. A kind of your own that no law file knows stops everything.
CREATE VIEW arrears_feed.stops AS
SELECT CONCAT('S', b.block_id) AS stop_id,
       b.customer_no           AS borrower_id,
       b.reason                AS kind,
       b.starts_on             AS from_on,
       b.ends_on               AS to_on,
       b.booked_at             AS posted_at,
       b.row_stamp             AS changed_at
FROM core.contact_blocks b;
