-- Where to find the events of a run, and whether the end of a step was told already. What counts is the event's text.
ALTER TABLE audit_event ADD COLUMN run_id BIGINT;
ALTER TABLE audit_event ADD COLUMN step VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin;
CREATE UNIQUE INDEX audit_event_step ON audit_event (lender, run_id, step);
CREATE INDEX audit_event_run ON audit_event (lender, run_id, `number`);
