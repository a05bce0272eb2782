-- What people said of a record that a bureau refused; the newest holds. word: RETELL (it is told again as it is), TOLD (given up,
-- the bureau has it by other means), UNTOLD (given up, the bureau does not have it).
CREATE TABLE IF NOT EXISTS record_word (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bureau      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    environment VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id      BIGINT       NOT NULL,
    kind        CHAR(3)      NOT NULL,
    part        INT          NOT NULL,
    ordinal     BIGINT       NOT NULL,
    said_at     DATETIME(6)  NOT NULL,
    word        VARCHAR(10)  NOT NULL,
    by_one      VARCHAR(100) NOT NULL,
    by_two      VARCHAR(100),
    reason      VARCHAR(500) NOT NULL,
    PRIMARY KEY (lender, account_id, bureau, environment, run_id, kind, part, ordinal, said_at),
    KEY record_word_at (lender, said_at, account_id)
);
