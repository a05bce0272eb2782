-- The accounts that one night's ladder looks at: those that are overdue, and those of which something falls due soon.
CREATE TABLE night_overdue (
    run_id     BIGINT NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (run_id, account_id)
);
CREATE INDEX contact_attempts_at ON contact_attempts (lender, attempted_at);
