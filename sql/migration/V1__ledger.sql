-- The ledger: one table a feed, under the feed's own names. Money is minor units of the account's currency, instants are UTC.
-- A row is never changed: a correction is the same key with the next revision and its own known_at, and a scan takes the
-- highest revision known at its cutoff. digest is the first half of the SHA-256 of the row's values: equal means the same row.

CREATE TABLE borrowers (
    borrower_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision        INT          NOT NULL,
    known_at        DATETIME(6)  NOT NULL,
    import_id       BIGINT       NOT NULL,
    digest          BINARY(16)   NOT NULL,
    full_name       VARCHAR(200) NOT NULL,
    surname         VARCHAR(100),
    given_name      VARCHAR(100),
    middle_name     VARCHAR(100),
    id_type         VARCHAR(20)  NOT NULL,
    id_number       VARCHAR(64)  NOT NULL,
    birth_date      DATE,
    phone           VARCHAR(40),
    address_line1   VARCHAR(200),
    address_line2   VARCHAR(200),
    city            VARCHAR(100),
    region          VARCHAR(100),
    postal_code     VARCHAR(20),
    country         CHAR(2)      NOT NULL,
    PRIMARY KEY (borrower_id, revision)
);

CREATE TABLE accounts (
    lender              VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision            INT         NOT NULL,
    known_at            DATETIME(6) NOT NULL,
    import_id           BIGINT      NOT NULL,
    digest              BINARY(16)  NOT NULL,
    product             VARCHAR(64) NOT NULL,
    borrower_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    opened_on           DATE        NOT NULL,
    matures_on          DATE,
    currency            CHAR(3)     NOT NULL,
    principal           BIGINT      NOT NULL,
    term_count          INT         NOT NULL,
    repayment_frequency VARCHAR(20) NOT NULL,
    repayment_method    VARCHAR(20),
    annual_rate         DECIMAL(12, 8),
    kind                VARCHAR(20),
    line_id             VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    line_limit          BIGINT,
    joint_loan_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    PRIMARY KEY (lender, account_id, revision),
    CONSTRAINT accounts_id UNIQUE (account_id, revision)
);
CREATE INDEX accounts_known ON accounts (lender, known_at, account_id);

CREATE TABLE instalments (
    lender           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    schedule_version INT         NOT NULL,
    `number`         INT         NOT NULL,
    revision         INT         NOT NULL,
    known_at         DATETIME(6) NOT NULL,
    import_id        BIGINT      NOT NULL,
    digest           BINARY(16)  NOT NULL,
    due_on           DATE        NOT NULL,
    principal        BIGINT      NOT NULL,
    interest         BIGINT      NOT NULL,
    fee              BIGINT      NOT NULL,
    penalty          BIGINT      NOT NULL,
    PRIMARY KEY (lender, account_id, schedule_version, `number`, revision)
);
CREATE INDEX instalments_known ON instalments (lender, known_at, account_id);

CREATE TABLE entries (
    lender     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value_on   DATE        NOT NULL,
    posted_at  DATETIME(6) NOT NULL,
    entry_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision   INT         NOT NULL,
    known_at   DATETIME(6) NOT NULL,
    import_id  BIGINT      NOT NULL,
    digest     BINARY(16)  NOT NULL,
    type       VARCHAR(20) NOT NULL,
    amount     BIGINT      NOT NULL,
    reverses   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    principal  BIGINT,
    interest   BIGINT,
    fee        BIGINT,
    penalty    BIGINT,
    paid_by    VARCHAR(20),
    reference  VARCHAR(200),
    PRIMARY KEY (lender, account_id, value_on, posted_at, entry_id, revision),
    CONSTRAINT entries_id UNIQUE (entry_id, revision)
);
CREATE INDEX entries_known ON entries (lender, known_at, account_id);

CREATE TABLE agreements (
    lender           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    effective_on     DATE        NOT NULL,
    posted_at        DATETIME(6) NOT NULL,
    agreement_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision         INT         NOT NULL,
    known_at         DATETIME(6) NOT NULL,
    import_id        BIGINT      NOT NULL,
    digest           BINARY(16)  NOT NULL,
    type             VARCHAR(20) NOT NULL,
    agreed_on        DATE        NOT NULL,
    schedule_version INT,
    channel          VARCHAR(40),
    evidence         VARCHAR(200),
    PRIMARY KEY (lender, account_id, effective_on, posted_at, agreement_id, revision),
    CONSTRAINT agreements_id UNIQUE (agreement_id, revision)
);
CREATE INDEX agreements_known ON agreements (lender, known_at, account_id);

CREATE TABLE consents (
    borrower_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bureau       VARCHAR(40) NOT NULL,
    given_at     DATETIME(6) NOT NULL,
    revision     INT         NOT NULL,
    known_at     DATETIME(6) NOT NULL,
    import_id    BIGINT      NOT NULL,
    digest       BINARY(16)  NOT NULL,
    form_version VARCHAR(40),
    withdrawn_at DATETIME(6),
    PRIMARY KEY (borrower_id, bureau, given_at, revision)
);

CREATE TABLE notices (
    lender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    notice_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision     INT         NOT NULL,
    known_at     DATETIME(6) NOT NULL,
    import_id    BIGINT      NOT NULL,
    digest       BINARY(16)  NOT NULL,
    kind         VARCHAR(40) NOT NULL,
    channel      VARCHAR(40) NOT NULL,
    sent_at      DATETIME(6) NOT NULL,
    delivered_at DATETIME(6),
    evidence     VARCHAR(200),
    PRIMARY KEY (lender, account_id, notice_id, revision),
    CONSTRAINT notices_id UNIQUE (notice_id, revision)
);

CREATE TABLE disputes (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dispute_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision    INT         NOT NULL,
    known_at    DATETIME(6) NOT NULL,
    import_id   BIGINT      NOT NULL,
    digest      BINARY(16)  NOT NULL,
    opened_on   DATE        NOT NULL,
    reason      VARCHAR(200),
    resolved_on DATE,
    outcome     VARCHAR(200),
    PRIMARY KEY (lender, account_id, dispute_id, revision),
    CONSTRAINT disputes_id UNIQUE (dispute_id, revision)
);

CREATE TABLE contacts (
    lender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    contact_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision     INT          NOT NULL,
    known_at     DATETIME(6)  NOT NULL,
    import_id    BIGINT       NOT NULL,
    digest       BINARY(16)   NOT NULL,
    name         VARCHAR(200) NOT NULL,
    relation     VARCHAR(40)  NOT NULL,
    phone        VARCHAR(40)  NOT NULL,
    opted_out_at DATETIME(6),
    erased_at    DATETIME(6),
    PRIMARY KEY (lender, account_id, contact_id, revision),
    CONSTRAINT contacts_id UNIQUE (contact_id, revision)
);

CREATE TABLE contact_attempts (
    lender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempted_at DATETIME(6) NOT NULL,
    attempt_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision     INT         NOT NULL,
    known_at     DATETIME(6) NOT NULL,
    import_id    BIGINT      NOT NULL,
    digest       BINARY(16)  NOT NULL,
    contact_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    channel      VARCHAR(40) NOT NULL,
    outcome      VARCHAR(40) NOT NULL,
    PRIMARY KEY (lender, account_id, attempted_at, attempt_id, revision),
    CONSTRAINT contact_attempts_id UNIQUE (attempt_id, revision)
);

CREATE TABLE parties (
    lender      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision    INT         NOT NULL,
    known_at    DATETIME(6) NOT NULL,
    import_id   BIGINT      NOT NULL,
    digest      BINARY(16)  NOT NULL,
    borrower_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    role        VARCHAR(20) NOT NULL,
    amount      BIGINT,
    from_on     DATE        NOT NULL,
    to_on       DATE,
    PRIMARY KEY (lender, account_id, party_id, revision),
    CONSTRAINT parties_id UNIQUE (party_id, revision)
);

-- lender and account_id are empty when the fact is about a borrower alone.
CREATE TABLE bureau_facts (
    lender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fact_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision     INT          NOT NULL,
    known_at     DATETIME(6)  NOT NULL,
    import_id    BIGINT       NOT NULL,
    digest       BINARY(16)   NOT NULL,
    bureau       VARCHAR(40)  NOT NULL,
    borrower_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    `key`        VARCHAR(64)  NOT NULL,
    `value`      VARCHAR(200) NOT NULL,
    effective_on DATE         NOT NULL,
    posted_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (lender, account_id, fact_id, revision),
    CONSTRAINT bureau_facts_id UNIQUE (fact_id, revision)
);
CREATE INDEX bureau_facts_known ON bureau_facts (lender, known_at, account_id);

-- What the core system said of one delivery: a row a feed, and a row a lender, product and currency.
CREATE TABLE controls (
    import_id     BIGINT         NOT NULL,
    line          BIGINT         NOT NULL,
    known_at      DATETIME(6)    NOT NULL,
    business_date DATE           NOT NULL,
    feed          VARCHAR(40),
    `rows`        BIGINT,
    amount        DECIMAL(38, 4),
    lender        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    product       VARCHAR(64),
    currency      CHAR(3),
    open_accounts BIGINT,
    principal     BIGINT,
    overdue       BIGINT,
    PRIMARY KEY (import_id, line)
);
