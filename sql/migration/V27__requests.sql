-- What one of two people asked for, and another may confirm. request_id: the head of the digest of all of it; command: a word a line;
-- subject: the digest of what the command acts on, as it stood then; last_run: the newest run that was ever published by then.
CREATE TABLE IF NOT EXISTS request (
    request_id CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    command    VARCHAR(4000) NOT NULL,
    subject    CHAR(64)      NOT NULL,
    last_run   BIGINT        NOT NULL,
    asked_at   DATETIME(6)   NOT NULL,
    by_one     VARCHAR(100)  NOT NULL,
    KEY request_at (lender, asked_at)
);
CREATE TABLE IF NOT EXISTS request_confirmed (
    request_id   CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    confirmed_at DATETIME(6)  NOT NULL,
    by_two       VARCHAR(100) NOT NULL
);
