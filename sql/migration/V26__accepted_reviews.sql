-- Entries of a review that two people accepted; of one entry the newest holds. fact: the digest of the rows that it rested on then.
CREATE TABLE IF NOT EXISTS accepted_review (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code        VARCHAR(40)  NOT NULL,
    subject     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fact        CHAR(64)     NOT NULL,
    accepted_at DATETIME(6)  NOT NULL,
    by_one      VARCHAR(100) NOT NULL,
    by_two      VARCHAR(100) NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    PRIMARY KEY (lender, account_id, code, subject, accepted_at)
);
