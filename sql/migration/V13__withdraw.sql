-- Two people who took a published night back, when and why, and whether what was sent of it stays told.
ALTER TABLE runs ADD COLUMN withdrawn_at DATETIME(6);
ALTER TABLE runs ADD COLUMN withdrawn_by_one VARCHAR(100);
ALTER TABLE runs ADD COLUMN withdrawn_by_two VARCHAR(100);
ALTER TABLE runs ADD COLUMN withdrawn_because VARCHAR(500);
ALTER TABLE runs ADD COLUMN told_kept BOOLEAN;

-- What a superseded standing was, whole: it holds again when the run that replaced it is withdrawn.
ALTER TABLE standing_history ADD COLUMN wakes_on DATE;
ALTER TABLE standing_history ADD COLUMN entry_count BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing_history ADD COLUMN entry_allocated BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing_history ADD COLUMN entry_unallocated BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing_history ADD COLUMN entry_refunded BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing_history ADD COLUMN entry_charged BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing_history ADD COLUMN entry_reversed BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing_history ADD COLUMN entry_aside BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE standing_history ADD COLUMN entry_information BIGINT DEFAULT 0 NOT NULL;

CREATE TABLE arrear_history (
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id     BIGINT      NOT NULL,
    position   INT         NOT NULL,
    kind       VARCHAR(20) NOT NULL,
    reference  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_on     DATE        NOT NULL,
    principal  BIGINT      NOT NULL,
    interest   BIGINT      NOT NULL,
    fee        BIGINT      NOT NULL,
    penalty    BIGINT      NOT NULL,
    ages       BOOLEAN     NOT NULL,
    PRIMARY KEY (lender, account_id, run_id, position)
);

CREATE TABLE review_history (
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id     BIGINT      NOT NULL,
    position   INT         NOT NULL,
    code       VARCHAR(40) NOT NULL,
    subject    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (lender, account_id, run_id, position)
);

-- The records of a withdrawn run's files that are void: told to nobody, and kept for who asks what a line of them was.
CREATE TABLE furnished_withdrawn (
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
