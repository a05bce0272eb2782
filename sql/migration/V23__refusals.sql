-- What a bureau found wrong with one record, reason by reason, in one answer; it holds as long as that answer is the newest move of
-- its file. answered_at: when the answer was taken, which is the instant of that move. Each statement may be run again.
CREATE TABLE IF NOT EXISTS refusal (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bureau      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    environment VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id      BIGINT      NOT NULL,
    kind        CHAR(3)     NOT NULL,
    part        INT         NOT NULL,
    ordinal     BIGINT      NOT NULL,
    answered_at DATETIME(6) NOT NULL,
    reason      INT         NOT NULL,
    code        VARCHAR(20) NOT NULL,
    tag         VARCHAR(60) NOT NULL,
    PRIMARY KEY (lender, account_id, bureau, environment, run_id, kind, part, ordinal, answered_at, reason),
    KEY refusal_run (lender, run_id, bureau, kind),
    KEY refusal_at (lender, answered_at, account_id)
);
INSERT IGNORE INTO refusal (lender, account_id, bureau, environment, run_id, kind, part, ordinal, answered_at, reason, code, tag)
SELECT lender, account_id, bureau, environment, run_id, kind, part, ordinal, answered_at, 1, code, tag FROM answer;
