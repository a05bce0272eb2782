-- The first day of the past that a fact heard since the last run changes; far in the future where none does.
ALTER TABLE night_accounts ADD COLUMN since DATE DEFAULT '9999-12-31' NOT NULL;

CREATE INDEX accounts_borrower ON accounts (borrower_id, lender, account_id);
CREATE INDEX borrowers_known ON borrowers (known_at, borrower_id);
CREATE INDEX consents_known ON consents (known_at, borrower_id);
CREATE INDEX notices_known ON notices (lender, known_at, account_id);
CREATE INDEX disputes_known ON disputes (lender, known_at, account_id);
CREATE INDEX parties_known ON parties (lender, known_at, account_id);
CREATE INDEX bureau_facts_borrower ON bureau_facts (borrower_id, known_at);
CREATE INDEX bureau_facts_effective ON bureau_facts (lender, effective_on, account_id);
CREATE INDEX parties_borrower ON parties (borrower_id, lender, account_id);

-- One file for one bureau; once its run is published, its name is never taken again. It holds the records of one run and kind from one
-- (part, ordinal) to another, both included.
CREATE TABLE submission (
    bureau        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    environment   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submission    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lender        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id        BIGINT   NOT NULL,
    kind          CHAR(3)  NOT NULL,
    serial        INT      NOT NULL,
    from_part     INT      NOT NULL,
    from_ordinal  BIGINT   NOT NULL,
    to_part       INT      NOT NULL,
    to_ordinal    BIGINT   NOT NULL,
    `records`     BIGINT   NOT NULL,
    PRIMARY KEY (bureau, environment, submission)
);
CREATE INDEX submission_run ON submission (lender, bureau, environment, run_id);

-- How far a submission got: the last row by an instant holds. A submission without a row counts for nothing: its run is not
-- published. state: PREPARED, RELEASED, SENT, ACCEPTED, REJECTED, VOID.
CREATE TABLE submission_state (
    bureau      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    environment VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submission  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `number`    INT          NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    at          DATETIME(6)  NOT NULL,
    by_one      VARCHAR(100) NOT NULL,
    by_two      VARCHAR(100),
    reason      VARCHAR(500),
    PRIMARY KEY (bureau, environment, submission, `number`)
);
CREATE INDEX submission_state_at ON submission_state (at);

-- What a bureau was told of an account, record by record; run 0 is what it held before we began. facts: canonical JSON of
-- what the record says, by tag, nothing personal. (part, ordinal) is the record's place in its run's part files.
CREATE TABLE furnished (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bureau      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    environment VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id      BIGINT   NOT NULL,
    kind        CHAR(3)  NOT NULL,
    part        INT      NOT NULL,
    ordinal     BIGINT   NOT NULL,
    code        VARCHAR(4),
    reported_on DATE     NOT NULL,
    digest      CHAR(64) NOT NULL,
    facts       TEXT     NOT NULL,
    PRIMARY KEY (lender, account_id, bureau, environment, run_id, kind, part, ordinal)
);
CREATE INDEX furnished_run ON furnished (lender, run_id, bureau, kind, part, ordinal);

-- What a bureau found wrong with one record that was sent.
CREATE TABLE answer (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bureau      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    environment VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id      BIGINT      NOT NULL,
    kind        CHAR(3)     NOT NULL,
    part        INT         NOT NULL,
    ordinal     BIGINT      NOT NULL,
    answered_at DATETIME(6) NOT NULL,
    code        VARCHAR(20) NOT NULL,
    tag         VARCHAR(60) NOT NULL,
    PRIMARY KEY (lender, account_id, bureau, environment, run_id, kind, part, ordinal)
);
CREATE INDEX answer_run ON answer (lender, run_id, bureau, kind);
CREATE INDEX answer_at ON answer (lender, answered_at, account_id);

-- Accounts that a bureau still waits for (held, rejected), or somebody must do something about by a day: the next run looks
-- at them again whether they are touched or not. since: what was heard changes the past from this day on, and the bureau
-- could not be told so yet; such a row is kept, since a replay of the next run needs it.
CREATE TABLE pending (
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id     BIGINT      NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bureau     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since      DATE DEFAULT '9999-12-31' NOT NULL,
    PRIMARY KEY (lender, run_id, account_id, bureau)
);
