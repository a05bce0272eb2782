-- Who may do what on MySQL, in a schema called arrears. Run it as an administrator once the owner has made the tables, and again
-- after every upgrade that adds one; the passwords are yours:
--
--   CREATE USER 'arrears_owner'@'%' IDENTIFIED BY '…';   -- makes and changes the tables, nothing else
--   CREATE USER 'arrears_batch'@'%' IDENTIFIED BY '…';   -- every night
--   CREATE USER 'arrears_audit'@'%' IDENTIFIED BY '…';   -- auditors: reads, and cannot write
--   GRANT ALL ON arrears.* TO 'arrears_owner'@'%';
--   ARREARS_DB_USER=arrears_owner … ./arrears status      -- makes the tables
--
-- Where MySQL writes a binary log, which it does by default, only somebody with SUPER may create triggers, unless
-- 'SET GLOBAL log_bin_trust_function_creators = 1' is said first; it may be taken back once the tables are made.

-- Auditors see everything.
GRANT SELECT ON arrears.* TO 'arrears_audit'@'%';

-- The batch adds to the ledger, to what was told and to the audit trail; it changes and deletes none of them, but blanks the
-- name and phones of a contact whose person asked to be forgotten.
GRANT SELECT, INSERT ON arrears.borrowers TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.accounts TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.instalments TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.entries TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.agreements TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.consents TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.notices TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.disputes TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE (name, phone, phone_digits, digest) ON arrears.contacts TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE (handle_id, handle, digest) ON arrears.contact_attempts TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE (handle_id, handle, digest) ON arrears.stops TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.statements TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.parties TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.bureau_facts TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.controls TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.erasures TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.objections TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.objection_key TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.import_lenders TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.furnished_withdrawn TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.import_deliveries TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.import_views TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.stale_feeds TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.submission_state TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.answer TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.refusal TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.baseline_load TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.record_word TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.request TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.request_confirmed TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.accepted_review TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.audit_event TO 'arrears_batch'@'%';
GRANT SELECT, INSERT ON arrears.checkpoint TO 'arrears_batch'@'%';

-- It moves these from state to state, and locks them.
GRANT SELECT, INSERT, UPDATE ON arrears.lenders TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE ON arrears.imports TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE ON arrears.rejects TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE ON arrears.runs TO 'arrears_batch'@'%';
GRANT SELECT, UPDATE ON arrears.import_lock TO 'arrears_batch'@'%';

-- It takes these back when a run is abandoned, or an import begins anew; what replaces a standing is kept in standing_history, until the
-- run that replaced it is withdrawn.
GRANT SELECT, INSERT, DELETE ON arrears.import_files TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.import_accounts TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.import_ids TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.night_accounts TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.night_overdue TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.standing TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.arrear TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.review TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.standing_history TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.arrear_history TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.review_history TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.furnished TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.pending TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, DELETE ON arrears.submission TO 'arrears_batch'@'%';

-- Spring Batch's own tables, and which migrations were made.
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_JOB_INSTANCE TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_JOB_EXECUTION TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_JOB_EXECUTION_PARAMS TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_JOB_EXECUTION_CONTEXT TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_STEP_EXECUTION TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_STEP_EXECUTION_CONTEXT TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_JOB_INSTANCE_SEQ TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_JOB_EXECUTION_SEQ TO 'arrears_batch'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON arrears.BATCH_STEP_EXECUTION_SEQ TO 'arrears_batch'@'%';
GRANT SELECT ON arrears.schema_history TO 'arrears_batch'@'%';
