-- One nightly job for one lender, as-of date and sequence, with one fixed cutoff.
-- state: STARTED, PUBLISHING, PUBLISHED, REFUSED, ABANDONED. What a run writes carries its run_id and counts once it is PUBLISHED;
-- a replay has a negative run_id, which never counts.
CREATE TABLE runs (
    run_id          BIGINT       NOT NULL PRIMARY KEY,
    lender          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    as_of           DATE         NOT NULL,
    sequence        INT          NOT NULL,
    state           VARCHAR(20)  NOT NULL,
    cutoff          DATETIME(6)  NOT NULL,
    started_at      DATETIME(6)  NOT NULL,
    finished_at     DATETIME(6),
    generated_at    DATETIME(6)  NOT NULL,
    engine_version  VARCHAR(40)  NOT NULL,
    policy          MEDIUMTEXT   NOT NULL,
    policy_digest   CHAR(64)     NOT NULL,
    full_assessment BOOLEAN      NOT NULL,
    previous_run_id BIGINT,
    restarts        INT          NOT NULL,
    manifest_digest CHAR(64),
    message         VARCHAR(2000)
);
CREATE INDEX runs_lender ON runs (lender, run_id);

-- The accounts that a night assesses when it does not assess all: those that new facts or the calendar can have changed.
CREATE TABLE night_accounts (
    run_id     BIGINT NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (run_id, account_id)
);

-- An account's state, without anything that changes by the mere passing of days. The newest row whose run is published
-- holds; older ones are moved to standing_history after publishing.
CREATE TABLE standing (
    lender             VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id             BIGINT      NOT NULL,
    product            VARCHAR(64) NOT NULL,
    currency           CHAR(3)     NOT NULL,
    opened_on          DATE        NOT NULL,
    schedule_version   INT,
    balance            BIGINT      NOT NULL,
    unallocated        BIGINT      NOT NULL,
    oldest_due_on      DATE,
    episode_started_on DATE,
    charged_off_on     DATE,
    closed_on          DATE,
    last_paid_on       DATE,
    last_paid_amount   BIGINT,
    five_class         INT,
    restructured       BOOLEAN     NOT NULL,
    wakes_on           DATE,
    PRIMARY KEY (lender, account_id, run_id)
);
CREATE INDEX standing_run ON standing (lender, run_id);
CREATE INDEX standing_wakes ON standing (lender, wakes_on);

-- An overdue obligation of one standing: an instalment, or a charge unpaid after its value date.
CREATE TABLE arrear (
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

-- What a rule set aside when it made one standing; most of them hold the account.
CREATE TABLE review (
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id     BIGINT      NOT NULL,
    position   INT         NOT NULL,
    code       VARCHAR(40) NOT NULL,
    subject    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (lender, account_id, run_id, position)
);

CREATE TABLE standing_history (
    lender             VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id             BIGINT      NOT NULL,
    from_as_of         DATE        NOT NULL,
    to_as_of           DATE        NOT NULL,
    replaced_by_run    BIGINT      NOT NULL,
    product            VARCHAR(64) NOT NULL,
    currency           CHAR(3)     NOT NULL,
    opened_on          DATE        NOT NULL,
    schedule_version   INT,
    balance            BIGINT      NOT NULL,
    unallocated        BIGINT      NOT NULL,
    oldest_due_on      DATE,
    episode_started_on DATE,
    charged_off_on     DATE,
    closed_on          DATE,
    last_paid_on       DATE,
    last_paid_amount   BIGINT,
    five_class         INT,
    restructured       BOOLEAN     NOT NULL,
    PRIMARY KEY (lender, account_id, run_id)
);
